using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace OrdersInfra.Shared;

/// <summary>Settings that every stack starts from.</summary>
internal static class Defaults
{
    private const int MaxReceiveCount = 5;

    public static QueueProps Queue(IKey key, IQueue deadLetters) => new()
    {
        Encryption = QueueEncryption.KMS,
        EncryptionMasterKey = key,
        EnforceSSL = true,
        VisibilityTimeout = Duration.Minutes(3),
        DeadLetterQueue = new DeadLetterQueue { Queue = deadLetters, MaxReceiveCount = MaxReceiveCount },
    };

    public static FunctionProps Function(Construct scope, string name, OrdersSettings settings) => new()
    {
        Runtime = Runtime.NODEJS_20_X,
        Architecture = Architecture.ARM_64,
        Handler = "index.handler",
        Code = Code.FromAsset(Path.Combine("functions", name)),
        MemorySize = 512,
        Timeout = Duration.Seconds(15),
        Tracing = Tracing.ACTIVE,
        LogGroup = new LogGroup(scope, $"{name}-logs", new LogGroupProps { Retention = settings.LogRetention }),
    };
}
