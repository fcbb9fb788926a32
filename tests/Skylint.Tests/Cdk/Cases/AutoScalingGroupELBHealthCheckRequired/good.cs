using Amazon.CDK;
using Amazon.CDK.AWS.AutoScaling;
using Amazon.CDK.AWS.EC2;
using Constructs;
using Elb = Amazon.CDK.AWS.ElasticLoadBalancingV2;

namespace Cases.AutoScalingGroupELBHealthCheckRequired;

public static class Good
{
    public static void Build(Construct scope)
    {
        var vpc = new Vpc(scope, "Network");
        var group = new AutoScalingGroup(scope, "Subject", new AutoScalingGroupProps
        {
            Vpc = vpc,
            InstanceType = new InstanceType("t3.micro"),
            MachineImage = MachineImage.LatestAmazonLinux2023(),
            HealthCheck = HealthCheck.Elb(new ElbHealthCheckOptions { Grace = Duration.Minutes(5) }),
        });

        var balancer = new Elb.ApplicationLoadBalancer(scope, "Balancer", new Elb.ApplicationLoadBalancerProps { Vpc = vpc });
        var listener = balancer.AddListener("Web", new Elb.BaseApplicationListenerProps { Port = 8443, Protocol = Elb.ApplicationProtocol.HTTP });
        listener.AddTargets("Servers", new Elb.AddApplicationTargetsProps { Port = 8080, Targets = new[] { group } });
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
            TargetGroupArns = new[] { "arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/web/a1b2" },
            HealthCheckType = "ELB",
            HealthCheckGracePeriod = 300,
        });
    }
}
