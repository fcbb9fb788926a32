using Amazon.CDK.AWS.EMR;
using Constructs;

namespace Cases.EMRS3AccessLogging;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new CfnCluster(scope, "Subject", new CfnClusterProps
        {
            Name = "reports",
            ReleaseLabel = "emr-7.1.0",
            JobFlowRole = "EMR_EC2_DefaultRole",
            ServiceRole = "EMR_DefaultRole",
            Instances = new CfnCluster.JobFlowInstancesConfigProperty
            {
                MasterInstanceGroup = new CfnCluster.InstanceGroupConfigProperty { InstanceCount = 1, InstanceType = "m6g.xlarge" },
                CoreInstanceGroup = new CfnCluster.InstanceGroupConfigProperty { InstanceCount = 2, InstanceType = "m6g.xlarge" },
            },
        });
    }
}
