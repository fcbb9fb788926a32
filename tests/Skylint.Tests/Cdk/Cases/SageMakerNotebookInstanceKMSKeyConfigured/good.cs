using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Sagemaker;
using Constructs;

namespace Cases.SageMakerNotebookInstanceKMSKeyConfigured;

public static class Good
{
    public static void Build(Construct scope)
    {
        new CfnNotebookInstance(scope, "Subject", new CfnNotebookInstanceProps
        {
            InstanceType = "ml.t3.medium",
            RoleArn = "arn:aws:iam::111122223333:role/notebook",
            KmsKeyId = new Key(scope, "SubjectKey", new KeyProps { EnableKeyRotation = true }).KeyArn,
        });
    }
}
