using Amazon.CDK.AWS.ElasticBeanstalk;
using Constructs;

namespace Cases.ElasticBeanstalkEC2InstanceLogsToS3;

public static class Good
{
    public static void Build(Construct scope)
    {
        new CfnEnvironment(scope, "Subject", new CfnEnvironmentProps
        {
            ApplicationName = "orders",
            SolutionStackName = "64bit Amazon Linux 2023 v3.1.0 running .NET 8",
            OptionSettings = new[]
            {
                new CfnEnvironment.OptionSettingProperty { Namespace = "aws:autoscaling:asg", OptionName = "MinSize", Value = "2" },
                new CfnEnvironment.OptionSettingProperty { Namespace = "aws:elasticbeanstalk:hostmanager", OptionName = "LogPublicationControl", Value = "true" },
            },
        });
    }
}
