using Amazon.CDK.AWS.MSK;
using Constructs;

namespace Cases.MSKBrokerToBrokerTLS;

public static class Good
{
    public static void Build(Construct scope)
    {
        new CfnCluster(scope, "Subject", new CfnClusterProps
        {
            ClusterName = "orders",
            KafkaVersion = "3.6.0",
            NumberOfBrokerNodes = 3,
            BrokerNodeGroupInfo = new CfnCluster.BrokerNodeGroupInfoProperty
            {
                InstanceType = "kafka.m7g.large",
                ClientSubnets = new[] { "subnet-0a1b2c3d", "subnet-1a2b3c4d", "subnet-2a3b4c5d" },
            },
            EncryptionInfo = new CfnCluster.EncryptionInfoProperty
            {
                EncryptionInTransit = new CfnCluster.EncryptionInTransitProperty { ClientBroker = "TLS", InCluster = true },
            },
        });
    }
}
