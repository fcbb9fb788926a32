using Amazon.CDK.AWS.Sagemaker;
using Constructs;

namespace Cases.SageMakerNotebookNoDirectInternetAccess;

public static class Good
{
    public static void Build(Construct scope)
    {
        new CfnNotebookInstance(scope, "Subject", new CfnNotebookInstanceProps
        {
            InstanceType = "ml.t3.medium",
            RoleArn = "arn:aws:iam::111122223333:role/notebook",
            SubnetId = "subnet-12345678",
            SecurityGroupIds = new[] { "sg-12345678" },
            DirectInternetAccess = "Disabled",
        });
    }
}
