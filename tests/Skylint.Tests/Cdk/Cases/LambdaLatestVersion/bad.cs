using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace Cases.LambdaLatestVersion;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new Function(scope, "Subject", new FunctionProps
        {
            Runtime = Runtime.DOTNET_6,
            Handler = "Orders::Orders.Function::Handle",
            Code = Code.FromBucket(Bucket.FromBucketName(scope, "Artifacts", "orders-artifacts"), "orders.zip"),
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnFunction(scope, "Subject", new CfnFunctionProps
        {
            Runtime = "nodejs18.x",
            Handler = "index.handler",
            Code = new CfnFunction.CodeProperty { ZipFile = "exports.handler = async () => 'ok';" },
            Role = "arn:aws:iam::123456789012:role/orders",
        });
    }
}
