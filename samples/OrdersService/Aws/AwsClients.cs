using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SimpleNotificationService;
using Amazon.SQS;

namespace OrdersService.Aws;

/// <summary>The clients of the service: one of each for the whole process.</summary>
public static class AwsClients
{
    private const string LocalStack = "http://localhost:4566";

    public static IServiceCollection AddAwsClients(this IServiceCollection services, IHostEnvironment environment, IConfiguration configuration)
    {
        if (environment.IsDevelopment())
            return services.AddLocalClients(configuration["Aws:ServiceUrl"] ?? LocalStack, configuration["Aws:DynamoDbUrl"] ?? LocalStack);

        services.AddSingleton<IAmazonS3>(new AmazonS3Client(new AmazonS3Config
        {
            RetryMode = RequestRetryMode.Standard,
            MaxErrorRetry = 3,
            Timeout = TimeSpan.FromSeconds(30),
        }));
        services.AddSingleton<IAmazonDynamoDB>(new AmazonDynamoDBClient(new AmazonDynamoDBConfig { RetryMode = RequestRetryMode.Adaptive }));
        services.AddSingleton<IAmazonSQS>(_ => new AmazonSQSClient(new AmazonSQSConfig { MaxErrorRetry = 0 }));
        services.AddSingleton<IAmazonSimpleNotificationService>(_ => new AmazonSimpleNotificationServiceClient(new AmazonSimpleNotificationServiceConfig()));
        return services;
    }

    private static IServiceCollection AddLocalClients(this IServiceCollection services, string serviceUrl, string dynamoUrl)
    {
        var nobody = new BasicAWSCredentials("test", "test");
        services.AddSingleton<IAmazonS3>(new AmazonS3Client(nobody, new AmazonS3Config { ServiceURL = serviceUrl, ForcePathStyle = true }));
        services.AddSingleton<IAmazonDynamoDB>(new AmazonDynamoDBClient(nobody, new AmazonDynamoDBConfig { ServiceURL = dynamoUrl }));
        services.AddSingleton<IAmazonSQS>(new AmazonSQSClient(nobody, new AmazonSQSConfig { ServiceURL = serviceUrl }));
        services.AddSingleton<IAmazonSimpleNotificationService>(new AmazonSimpleNotificationServiceClient(nobody, new AmazonSimpleNotificationServiceConfig { ServiceURL = serviceUrl }));
        return services;
    }
}
