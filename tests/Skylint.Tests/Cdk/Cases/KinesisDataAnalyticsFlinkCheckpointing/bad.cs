using Amazon.CDK.AWS.KinesisAnalytics;
using Constructs;

namespace Cases.KinesisDataAnalyticsFlinkCheckpointing;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new CfnApplicationV2(scope, "Subject", new CfnApplicationV2Props
        {
            RuntimeEnvironment = "FLINK-1_18",
            ServiceExecutionRole = "arn:aws:iam::111122223333:role/clicks",
            ApplicationConfiguration = new CfnApplicationV2.ApplicationConfigurationProperty
            {
                FlinkApplicationConfiguration = new CfnApplicationV2.FlinkApplicationConfigurationProperty
                {
                    CheckpointConfiguration = new CfnApplicationV2.CheckpointConfigurationProperty { ConfigurationType = "CUSTOM", CheckpointingEnabled = false },
                },
            },
        });
    }
}
