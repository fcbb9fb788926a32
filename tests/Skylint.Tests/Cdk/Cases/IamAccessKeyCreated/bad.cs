using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.IamAccessKeyCreated;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var user = new User(scope, "Deployer");
        new AccessKey(scope, "Subject", new AccessKeyProps { User = user });
    }
}
