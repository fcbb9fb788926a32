using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.SecretsManager;
using Constructs;

namespace Cases.SecretsManagerRotationEnabled;

public static class Good
{
    public static void Build(Construct scope)
    {
        var secret = new Secret(scope, "Subject");
        secret.AddRotationSchedule("Rotation", new RotationScheduleOptions
        {
            RotationLambda = Function.FromFunctionName(scope, "Rotator", "rotate-orders"),
            AutomaticallyAfter = Duration.Days(30),
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        var secret = new CfnSecret(scope, "Subject", new CfnSecretProps { GenerateSecretString = new CfnSecret.GenerateSecretStringProperty() });
        new CfnRotationSchedule(scope, "Rotation", new CfnRotationScheduleProps
        {
            SecretId = secret.Ref,
            RotationLambdaArn = "arn:aws:lambda:eu-central-1:123456789012:function:rotate-orders",
            RotationRules = new CfnRotationSchedule.RotationRulesProperty { AutomaticallyAfterDays = 30 },
        });
    }
}
