using Amazon.CDK;
using Amazon.CDK.AWS.Kinesis;
using Constructs;

namespace Cases.KinesisRetention;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Amazon.CDK.AWS.Kinesis.Stream(scope, "Subject", new StreamProps
        {
            StreamMode = StreamMode.ON_DEMAND,
            RetentionPeriod = Duration.Days(7),
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
            RetentionPeriodHours = 168,
        });
    }
}
