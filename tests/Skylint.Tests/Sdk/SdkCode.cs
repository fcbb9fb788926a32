namespace Skylint.Tests.Sdk;

/// <summary>Puts a few statements or members under test where they compile: in a class that has one client of each service.</summary>
internal static class SdkCode
{
    private const string Usings = """
        using Amazon;
        using Amazon.DynamoDBv2;
        using Amazon.DynamoDBv2.DataModel;
        using Amazon.DynamoDBv2.Model;
        using Amazon.EventBridge;
        using Amazon.EventBridge.Model;
        using Amazon.KeyManagementService;
        using Amazon.KeyManagementService.Model;
        using Amazon.Lambda;
        using Amazon.Lambda.Core;
        using Amazon.Lambda.Model;
        using Amazon.Runtime;
        using Amazon.S3;
        using Amazon.S3.Model;
        using Amazon.S3.Transfer;
        using Amazon.SecretsManager;
        using Amazon.SecretsManager.Model;
        using Amazon.SimpleSystemsManagement;
        using Amazon.SimpleSystemsManagement.Model;
        using Amazon.SQS;
        using Amazon.SQS.Model;

        """;

    /// <summary>Statements of an asynchronous method with a queue's address and a cancellation token.</summary>
    public static string Body(string statements) => Members($$"""
        public async Task M(string queue, CancellationToken stop)
        {
            await Task.Yield();
            {{statements}}
        }
        """);

    public static string Members(string members) => $$"""
        {{Usings}}
        public class C(IAmazonS3 s3, IAmazonSQS sqs, IAmazonDynamoDB ddb, IAmazonLambda lambda, IAmazonEventBridge events, IAmazonSecretsManager secrets, IAmazonSimpleSystemsManagement ssm, IAmazonKeyManagementService kms)
        {
            public object[] All => [s3, sqs, ddb, lambda, events, secrets, ssm, kms];

            {{members}}
        }
        """;

    /// <summary>Members of a class that compiles against version 3, of which the tests have S3 and the core.</summary>
    public static string V3(string members) => $$"""
        using Amazon;
        using Amazon.Runtime;
        using Amazon.S3;
        using Amazon.S3.Model;
        using Amazon.S3.Transfer;

        public class C(IAmazonS3 s3)
        {
            public object[] All => [s3];

            {{members}}
        }
        """;
}
