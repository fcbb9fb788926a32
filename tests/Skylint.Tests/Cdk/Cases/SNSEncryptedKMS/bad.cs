using Amazon.CDK.AWS.SNS;
using Constructs;

namespace Cases.SNSEncryptedKMS;

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
