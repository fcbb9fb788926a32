using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SQS;

namespace OrdersService.Aws;

/// <summary>The clients of the service: one of each for the whole process.</summary>
public static class AwsClients
{
    private const string LocalStack = "http://localhost:4566";

    public static IServiceCollection AddAwsClients(this IServiceCollection services, IHostEnvironment environment)
    {
        if (environment.IsDevelopment())
            return services.AddLocalClients();

        services.AddSingleton<IAmazonS3>(new AmazonS3Client(new AmazonS3Config
        {
            RetryMode = RequestRetryMode.Standard,
            MaxErrorRetry = 3,
            Timeout = TimeSpan.FromSeconds(30),
        }));
        services.AddSingleton<IAmazonDynamoDB>(new AmazonDynamoDBClient(new AmazonDynamoDBConfig { RetryMode = RequestRetryMode.Adaptive }));
        services.AddSingleton<IAmazonSQS>(_ => new AmazonSQSClient(new AmazonSQSConfig { MaxErrorRetry = 0 }));
        return services;
    }

    private static IServiceCollection AddLocalClients(this IServiceCollection services)
    {
        var nobody = new BasicAWSCredentials("test", "test");
        services.AddSingleton<IAmazonS3>(new AmazonS3Client(nobody, new AmazonS3Config { ServiceURL = LocalStack, ForcePathStyle = true }));
        services.AddSingleton<IAmazonDynamoDB>(new AmazonDynamoDBClient(nobody, new AmazonDynamoDBConfig { ServiceURL = LocalStack }));
        services.AddSingleton<IAmazonSQS>(new AmazonSQSClient(nobody, new AmazonSQSConfig { ServiceURL = LocalStack }));
        return services;
    }
}
