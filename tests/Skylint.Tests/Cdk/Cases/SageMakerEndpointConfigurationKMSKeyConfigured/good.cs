using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Sagemaker;
using Constructs;

namespace Cases.SageMakerEndpointConfigurationKMSKeyConfigured;

public static class Good
{
    public static void Build(Construct scope)
    {
        new CfnEndpointConfig(scope, "Subject", new CfnEndpointConfigProps
        {
            ProductionVariants = new[] { new CfnEndpointConfig.ProductionVariantProperty { ModelName = "forecast", VariantName = "all", InitialVariantWeight = 1 } },
            KmsKeyId = new Key(scope, "SubjectKey", new KeyProps { EnableKeyRotation = true }).KeyArn,
        });
    }
}
