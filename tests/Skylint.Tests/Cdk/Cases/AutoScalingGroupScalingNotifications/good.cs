using Amazon.CDK.AWS.AutoScaling;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.SNS;
using Constructs;

namespace Cases.AutoScalingGroupScalingNotifications;

public static class Good
{
    public static void Build(Construct scope)
    {
        new AutoScalingGroup(scope, "Subject", new AutoScalingGroupProps
        {
            Vpc = new Vpc(scope, "Network"),
            InstanceType = new InstanceType("t3.micro"),
            MachineImage = MachineImage.LatestAmazonLinux2023(),
            Notifications = new[] { new NotificationConfiguration { Topic = new Topic(scope, "Scaling") } },
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnAutoScalingGroup(scope, "Subject", new CfnAutoScalingGroupProps
        {
            MinSize = "1",
            MaxSize = "3",
            AvailabilityZones = new[] { "eu-central-1a" },
            NotificationConfigurations = new[]
            {
                new CfnAutoScalingGroup.NotificationConfigurationProperty
                {
                    TopicArn = "arn:aws:sns:eu-central-1:111122223333:scaling",
                    NotificationTypes = new[]
                    {
                        "autoscaling:EC2_INSTANCE_LAUNCH", "autoscaling:EC2_INSTANCE_LAUNCH_ERROR",
                        "autoscaling:EC2_INSTANCE_TERMINATE", "autoscaling:EC2_INSTANCE_TERMINATE_ERROR",
                    },
                },
            },
        });
    }
}
