using Amazon.CDK.AWS.SNS;
using Constructs;

namespace Cases.SNSTopicSSLPublishOnly;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new Topic(scope, "Subject", new TopicProps
        {
            DisplayName = "Orders",
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnTopic(scope, "Subject", new CfnTopicProps
        {
            DisplayName = "Orders",
        });
    }
}
