using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>
/// What a rule can ask of: lists, nested property classes, dictionaries, numbers, later calls, escape hatches, Aspects. Each kind with code that is
/// wrong, code that is right, and code that does not tell.
/// </summary>
public sealed class ValueKindTests
{
    private static readonly StackSource s_stack = new("EC2", "IAM", "Lambda", "S3");

    private const string Everything = "Resources = new[] { \"*\" } });";
    private const string Function = "Code = new CfnFunction.CodeProperty { ZipFile = text }, Role = text";

    public static TheoryData<string, string, string, string, string> Kinds => new()
    {
        // name, rule, wrong, right, unknown
        {
            "array", "SKY1030",
            "new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"*\" }, " + Everything,
            "new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"ec2:DescribeInstances\" }, " + Everything,
            "new PolicyStatement(new PolicyStatementProps { Actions = new[] { text }, " + Everything
        },
        {
            "list", "SKY1030",
            "var actions = new System.Collections.Generic.List<string>(); actions.Add(\"*\"); new PolicyStatement(new PolicyStatementProps { Actions = actions.ToArray(), " + Everything,
            "var actions = new System.Collections.Generic.List<string>(); actions.Add(\"ec2:DescribeInstances\"); new PolicyStatement(new PolicyStatementProps { Actions = actions.ToArray(), " + Everything,
            "var actions = new System.Collections.Generic.List<string>(); actions.Add(text); new PolicyStatement(new PolicyStatementProps { Actions = actions.ToArray(), " + Everything
        },
        {
            "collection expression", "SKY1030",
            "new PolicyStatement(new PolicyStatementProps { Actions = [\"*\"], " + Everything,
            "new PolicyStatement(new PolicyStatementProps { Actions = [\"ec2:DescribeInstances\"], " + Everything,
            "new PolicyStatement(new PolicyStatementProps { Actions = [text], " + Everything
        },
        {
            "nested property class of an L1", "SKY1034",
            "new CfnFunction(this, \"F\", new CfnFunctionProps { " + Function + ", TracingConfig = new CfnFunction.TracingConfigProperty { Mode = \"PassThrough\" } });",
            "new CfnFunction(this, \"F\", new CfnFunctionProps { " + Function + ", TracingConfig = new CfnFunction.TracingConfigProperty { Mode = \"Active\" } });",
            "new CfnFunction(this, \"F\", new CfnFunctionProps { " + Function + ", TracingConfig = new CfnFunction.TracingConfigProperty { Mode = text } });"
        },
        {
            "property of an L1 assigned later", "SKY1034",
            "var f = new CfnFunction(this, \"F\", new CfnFunctionProps { " + Function + " }); f.TracingConfig = new CfnFunction.TracingConfigProperty { Mode = \"PassThrough\" };",
            "var f = new CfnFunction(this, \"F\", new CfnFunctionProps { " + Function + " }); f.TracingConfig = new CfnFunction.TracingConfigProperty { Mode = \"Active\" };",
            "var f = new CfnFunction(this, \"F\", new CfnFunctionProps { " + Function + " }); if (given) f.TracingConfig = new CfnFunction.TracingConfigProperty { Mode = \"Active\" };"
        },
        {
            "dictionary", "SKY1030",
            "PolicyStatement.FromJson(new System.Collections.Generic.Dictionary<string, object> { [\"Effect\"] = \"Allow\", [\"Action\"] = \"*\", [\"Resource\"] = \"*\" });",
            "PolicyStatement.FromJson(new System.Collections.Generic.Dictionary<string, object> { [\"Effect\"] = \"Allow\", [\"Action\"] = \"ec2:DescribeInstances\", [\"Resource\"] = \"*\" });",
            "PolicyStatement.FromJson(new System.Collections.Generic.Dictionary<string, object> { [\"Effect\"] = text, [\"Action\"] = \"*\", [\"Resource\"] = \"*\" });"
        },
        {
            "number", "SKY1005",
            "new CfnSecurityGroupIngress(this, \"I\", new CfnSecurityGroupIngressProps { IpProtocol = \"tcp\", CidrIp = \"0.0.0.0/0\", FromPort = 20, ToPort = 20 + 5 });",
            "new CfnSecurityGroupIngress(this, \"I\", new CfnSecurityGroupIngressProps { IpProtocol = \"tcp\", CidrIp = \"0.0.0.0/0\", FromPort = 443, ToPort = 443 });",
            "new CfnSecurityGroupIngress(this, \"I\", new CfnSecurityGroupIngressProps { IpProtocol = \"tcp\", CidrIp = \"0.0.0.0/0\", FromPort = text.Length, ToPort = 443 });"
        },
        {
            "later call that fixes", "SKY1037",
            "new Vpc(this, \"V\", new VpcProps { FlowLogs = null });",
            "var v = new Vpc(this, \"V\"); v.AddFlowLog(\"All\");",
            "var v = new Vpc(this, \"V\"); if (given) v.AddFlowLog(\"All\");"
        },
        {
            "later call that breaks", "SKY1023",
            "var b = new Bucket(this, \"B\"); b.ApplyRemovalPolicy(RemovalPolicy.DESTROY);",
            "var b = new Bucket(this, \"B\"); b.ApplyRemovalPolicy(RemovalPolicy.RETAIN);",
            "var b = new Bucket(this, \"B\"); b.ApplyRemovalPolicy(given ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);"
        },
        {
            "escape hatch", "SKY1034",
            "var f = new Function(this, \"F\", new FunctionProps { Runtime = Runtime.NODEJS_20_X, Handler = text, Code = Code.FromInline(text), Tracing = Tracing.ACTIVE }); ((CfnFunction)f.Node.DefaultChild!).AddPropertyOverride(\"TracingConfig.Mode\", \"PassThrough\");",
            "var f = new Function(this, \"F\", new FunctionProps { Runtime = Runtime.NODEJS_20_X, Handler = text, Code = Code.FromInline(text), Tracing = Tracing.ACTIVE }); ((CfnFunction)f.Node.DefaultChild!).AddPropertyOverride(\"MemorySize\", 512);",
            "var f = new Function(this, \"F\", new FunctionProps { Runtime = Runtime.NODEJS_20_X, Handler = text, Code = Code.FromInline(text) }); ((CfnFunction)f.Node.DefaultChild!).AddPropertyOverride(\"TracingConfig.Mode\", text);"
        },
        {
            "Aspect", "SKY1002",
            "Aspects.Of(this).Add(new Amazon.CDK.Tag(\"team\", text)); new Bucket(this, \"B\");",
            "Aspects.Of(this).Add(new Amazon.CDK.Tag(\"team\", text)); new Bucket(this, \"B\", new BucketProps { EnforceSSL = true });",
            "IAspect aspect = null!; Aspects.Of(this).Add(aspect); new Bucket(this, \"B\");"
        },
        {
            "import", "SKY1002",
            "new Bucket(this, \"B\");",
            "Bucket.FromBucketName(this, \"B\", \"somebody-elses\");",
            "var b = given ? Bucket.FromBucketName(this, \"B\", text) : Bucket.FromBucketArn(this, \"B\", text);"
        },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Wrong_is_reported_and_only_that(string name, string id, string wrong, string right, string unknown)
    {
        Assert.NotEmpty(name);
        await s_stack.Flagged(id, wrong, Refs.Cdk);
        await s_stack.Silent(id, right, Refs.Cdk);
        await s_stack.Silent(id, unknown, Refs.Cdk);
    }
}
