using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.SNS;
using Constructs;

namespace Cases.SNSTopicSSLPublishOnly;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Topic(scope, "Subject", new TopicProps
        {
            DisplayName = "Orders",
            MasterKey = new Key(scope, "SubjectKey", new KeyProps { EnableKeyRotation = true }),
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnTopic(scope, "Subject", new CfnTopicProps
        {
            DisplayName = "Orders",
            KmsMasterKeyId = "alias/orders",
        });
    }
}
