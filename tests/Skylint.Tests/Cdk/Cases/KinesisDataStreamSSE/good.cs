using Amazon.CDK.AWS.Kinesis;
using Constructs;

namespace Cases.KinesisDataStreamSSE;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Amazon.CDK.AWS.Kinesis.Stream(scope, "Subject", new StreamProps
        {
            StreamMode = StreamMode.ON_DEMAND,
            Encryption = StreamEncryption.MANAGED,
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnStream(scope, "Subject", new CfnStreamProps
        {
            ShardCount = 2,
            StreamEncryption = new CfnStream.StreamEncryptionProperty { EncryptionType = "KMS", KeyId = "alias/aws/kinesis" },
        });
    }
}
