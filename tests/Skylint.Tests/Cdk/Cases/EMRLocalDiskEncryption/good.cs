using System.Collections.Generic;
using Amazon.CDK.AWS.EMR;
using Constructs;

namespace Cases.EMRLocalDiskEncryption;

public static class Good
{
    public static void Build(Construct scope)
    {
        var security = new CfnSecurityConfiguration(scope, "Security", new CfnSecurityConfigurationProps
        {
            SecurityConfiguration = new Dictionary<string, object>
            {
                ["EncryptionConfiguration"] = new Dictionary<string, object>
                {
                    ["EnableInTransitEncryption"] = true,
                    ["InTransitEncryptionConfiguration"] = new Dictionary<string, object>
                    {
                        ["TLSCertificateConfiguration"] = new Dictionary<string, object>
                        {
                            ["CertificateProviderType"] = "PEM",
                            ["S3Object"] = "s3://reports-certificates/emr.zip",
                        },
                    },
                    ["EnableAtRestEncryption"] = true,
                    ["AtRestEncryptionConfiguration"] = new Dictionary<string, object>
                    {
                        ["LocalDiskEncryptionConfiguration"] = new Dictionary<string, object>
                        {
                            ["EncryptionKeyProviderType"] = "AwsKms",
                            ["AwsKmsKey"] = "alias/reports",
                        },
                    },
                },
            },
        });
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
            SecurityConfiguration = security.Ref,
        });
    }
}
