using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>Statements of IAM policies: only those that are written by hand, with the calls that add to them.</summary>
public sealed class IamTests
{
    private static readonly StackSource s_stack = new("IAM", "S3", "SQS", "KMS");

    private const string Every = "Resources = new[] { \"*\" }";
    private const string Table = "Resources = new[] { \"arn:aws:dynamodb:eu-west-1:111122223333:table/orders\" }";

    private static string Statement(string props) => $"var s = new PolicyStatement(new PolicyStatementProps {{ {props} }});";

    [Theory]
    [InlineData("Actions = new[] { \"dynamodb:*\" }, " + Table)]
    [InlineData("Actions = new[] { \"dynamodb:Query\", \"*\" }, " + Table)]
    [InlineData("Actions = new[] { \"secretsmanager:GetSecretValue\" }, " + Every)]
    [InlineData("Actions = new[] { \"s3:Get*\" }, " + Every)]
    [InlineData("Actions = new[] { \"s3:GetObject\" }, Resources = new[] { \"arn:aws:s3:::*\" }")]
    [InlineData("Actions = new[] { \"dynamodb:PutItem\" }, Resources = new[] { \"arn:aws:dynamodb:*:*:table/*\" }")]
    [InlineData("Actions = new[] { text, \"iam:PassRole\" }, " + Every)]
    public Task Wider_than_needed(string props) => s_stack.Flagged("SKY1029", Statement(props), Refs.Cdk);

    [Theory]
    // Actions that cannot be limited to a resource, or only read names.
    [InlineData("Actions = new[] { \"ec2:DescribeInstances\", \"cloudwatch:PutMetricData\" }, " + Every)]
    [InlineData("Actions = new[] { \"ecr:GetAuthorizationToken\", \"s3:ListAllMyBuckets\", \"xray:PutTraceSegments\" }, " + Every)]
    // The objects of one bucket, and patterns inside a name.
    [InlineData("Actions = new[] { \"s3:GetObject*\" }, Resources = new[] { \"arn:aws:s3:::data/*\" }")]
    [InlineData("Actions = new[] { \"s3:Get*\" }, Resources = new[] { new Bucket(this, \"B\").BucketArn + \"/*\" }")]
    [InlineData("Actions = new[] { \"s3:GetObject\" }, Resources = new[] { $\"{new Bucket(this, \"B\").BucketArn}/*\" }")]
    [InlineData("Actions = new[] { \"s3:GetObject\" }, Resources = new[] { new Bucket(this, \"B\").ArnForObjects(\"*\") }")]
    // Denied, restricted by a condition, or a statement about the resource that it belongs to.
    [InlineData("Effect = Effect.DENY, Actions = new[] { \"*\" }, " + Every)]
    [InlineData("Actions = new[] { \"sts:AssumeRole\" }, " + Every + ", Conditions = new Dictionary<string, object> { [\"StringEquals\"] = new Dictionary<string, object> { [\"aws:ResourceTag/team\"] = \"orders\" } }")]
    [InlineData("Actions = new[] { \"kms:*\" }, " + Every + ", Principals = new IPrincipal[] { new AccountRootPrincipal() }")]
    // Not told by the code, or for the other rule.
    [InlineData("Actions = new[] { text }, " + Every)]
    [InlineData("Actions = new[] { \"s3:GetObject\" }, Resources = new[] { text }")]
    [InlineData("Effect = given ? Effect.ALLOW : Effect.DENY, Actions = new[] { \"s3:*\" }, " + Every)]
    [InlineData("Actions = new[] { \"*\" }, " + Every)]
    public Task Narrow_enough(string props) => s_stack.Silent("SKY1029", Statement(props), Refs.Cdk);

    [Theory]
    [InlineData("var s = new PolicyStatement(); s.AddActions(\"dynamodb:*\"); s.AddResources(\"arn:aws:dynamodb:eu-west-1:111122223333:table/orders\");")]
    [InlineData("var s = new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"kms:Decrypt\" } }); s.AddAllResources();")]
    [InlineData("PolicyStatement.FromJson(new Dictionary<string, object> { [\"Effect\"] = \"Allow\", [\"Action\"] = \"s3:*\", [\"Resource\"] = \"arn:aws:s3:::data\" });")]
    [InlineData("PolicyDocument.FromJson(new Dictionary<string, object> { [\"Statement\"] = new[] { new Dictionary<string, object> { [\"Effect\"] = \"Allow\", [\"Action\"] = new[] { \"kms:Decrypt\" }, [\"Resource\"] = \"*\" } } });")]
    [InlineData("new CfnPolicy(this, \"P\", new CfnPolicyProps { PolicyName = \"p\", PolicyDocument = new Dictionary<string, object> { [\"Statement\"] = new object[] { new Dictionary<string, object> { [\"Effect\"] = \"Allow\", [\"Action\"] = \"sqs:*\", [\"Resource\"] = \"arn:aws:sqs:eu-west-1:111122223333:q\" } } } });")]
    [InlineData("new CfnRole(this, \"R\", new CfnRoleProps { AssumeRolePolicyDocument = text, Policies = new[] { new CfnRole.PolicyProperty { PolicyName = \"p\", PolicyDocument = new Dictionary<string, object> { [\"Statement\"] = new Dictionary<string, object> { [\"Effect\"] = \"Allow\", [\"Action\"] = \"sqs:*\", [\"Resource\"] = \"arn:aws:sqs:eu-west-1:111122223333:q\" } } } } });")]
    public Task Added_later_and_in_documents(string statements) => s_stack.Flagged("SKY1029", statements, Refs.Cdk);

    [Theory]
    [InlineData("var s = new PolicyStatement(); if (given) s.AddActions(\"dynamodb:*\");")]
    [InlineData("var s = new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"kms:Decrypt\" }, Resources = new[] { \"*\" } }); s.AddCondition(\"StringEquals\", new Dictionary<string, object> { [\"kms:ViaService\"] = \"s3.eu-west-1.amazonaws.com\" });")]
    [InlineData("var s = new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"s3:*\" } }); s.Effect = Effect.DENY;")]
    [InlineData("new Key(this, \"K\").AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"kms:*\" }, Resources = new[] { \"*\" }, Principals = new IPrincipal[] { new AccountRootPrincipal() } }));")]
    [InlineData("new Bucket(this, \"B\").GrantReadWrite(new User(this, \"U\"));")]
    public Task Later_calls_that_restrict(string statements) => s_stack.Silent("SKY1029", statements, Refs.Cdk);

    [Theory]
    [InlineData("SSM", "getParameter", "AwsCustomResourcePolicy.ANY_RESOURCE", true)]
    [InlineData("@aws-sdk/client-ssm", "GetParameterCommand", "new[] { \"*\" }", true)]
    // Nothing narrower can be said of this action.
    [InlineData("EC2", "describeInstances", "AwsCustomResourcePolicy.ANY_RESOURCE", false)]
    [InlineData("SSM", "getParameter", "new[] { \"arn:aws:ssm:eu-west-1:111122223333:parameter/orders\" }", false)]
    public async Task Calls_of_a_custom_resource(string service, string action, string resources, bool isFlagged)
    {
        const string Library = "Amazon.CDK.CustomResources.";
        var call = $"new {Library}AwsSdkCall {{ Service = \"{service}\", Action = \"{action}\" }}";
        var policy = $"{Library}AwsCustomResourcePolicy.FromSdkCalls(new {Library}SdkCallsPolicyOptions {{ Resources = {resources.Replace("AwsCustomResourcePolicy", Library + "AwsCustomResourcePolicy")} }})";
        var statements = $"new {Library}AwsCustomResource(this, \"C\", new {Library}AwsCustomResourceProps {{ OnCreate = {call}, Policy = {policy} }});";
        if (isFlagged)
            await s_stack.Flagged("SKY1029", statements, Refs.Cdk);
        else
            await s_stack.Silent("SKY1029", statements, Refs.Cdk);
    }

    [Fact]
    public async Task The_option_reports_what_cdk_nag_does()
    {
        var setup = new Setup(Refs.Cdk).WithConfig("skylint.SKY1029.every_wildcard", "true");
        await s_stack.Flagged("SKY1029", Statement("Actions = new[] { \"ec2:DescribeInstances\" }, " + Every), setup);
        await s_stack.Flagged("SKY1029", Statement("Actions = new[] { \"s3:GetObject\" }, Resources = new[] { $\"{new Bucket(this, \"B\").BucketArn}/*\" }"), setup);
    }

    [Theory]
    [InlineData("var s = new PolicyStatement(new PolicyStatementProps { Effect = Effect.ALLOW, Actions = new[] { \"*\" }, Resources = new[] { \"*\" } });")]
    [InlineData("var s = new PolicyStatement(); s.AddActions(\"*\"); s.AddAllResources();")]
    [InlineData("new CfnManagedPolicy(this, \"P\", new CfnManagedPolicyProps { PolicyDocument = new Dictionary<string, object> { [\"Statement\"] = new object[] { new Dictionary<string, object> { [\"Effect\"] = \"Allow\", [\"Action\"] = \"*\", [\"Resource\"] = \"*\" } } } });")]
    public Task Administrator(string statements) => s_stack.Flagged("SKY1030", statements, Refs.Cdk);

    [Theory]
    [InlineData("var s = new PolicyStatement(new PolicyStatementProps { Effect = Effect.DENY, Actions = new[] { \"*\" }, Resources = new[] { \"*\" } });")]
    [InlineData("var s = new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"s3:*\" }, Resources = new[] { \"*\" } });")]
    [InlineData("var s = new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"*\" }, Resources = new[] { text } });")]
    [InlineData("new CfnManagedPolicy(this, \"P\", new CfnManagedPolicyProps { PolicyDocument = text });")]
    public Task No_administrator(string statements) => s_stack.Silent("SKY1030", statements, Refs.Cdk);

    [Theory]
    [InlineData("var s = new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"s3:GetObject\" }, Principals = new IPrincipal[] { new StarPrincipal() }, Resources = new[] { text } });")]
    [InlineData("var s = new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"s3:GetObject\" }, Principals = new IPrincipal[] { new ArnPrincipal(\"*\") }, Resources = new[] { text } });")]
    [InlineData("var s = new PolicyStatement(); s.AddActions(\"sqs:SendMessage\"); s.AddAnyPrincipal();")]
    [InlineData("new Role(this, \"R\", new RoleProps { AssumedBy = new AnyPrincipal() });")]
    [InlineData("new CfnQueuePolicy(this, \"P\", new CfnQueuePolicyProps { Queues = new[] { text }, PolicyDocument = new Dictionary<string, object> { [\"Statement\"] = new[] { new Dictionary<string, object> { [\"Effect\"] = \"Allow\", [\"Principal\"] = \"*\", [\"Action\"] = \"sqs:SendMessage\", [\"Resource\"] = \"*\" } } } });")]
    [InlineData("new CfnBucketPolicy(this, \"P\", new CfnBucketPolicyProps { Bucket = text, PolicyDocument = new Dictionary<string, object> { [\"Statement\"] = new[] { new Dictionary<string, object> { [\"Effect\"] = \"Allow\", [\"Principal\"] = new Dictionary<string, object> { [\"AWS\"] = \"*\" }, [\"Action\"] = \"s3:GetObject\", [\"Resource\"] = \"*\" } } } });")]
    public Task Everyone(string statements) => s_stack.Flagged("SKY1031", statements, Refs.Cdk);

    [Theory]
    [InlineData("var s = new PolicyStatement(new PolicyStatementProps { Effect = Effect.DENY, Actions = new[] { \"s3:*\" }, Principals = new IPrincipal[] { new AnyPrincipal() }, Resources = new[] { text } });")]
    [InlineData("var s = new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"s3:GetObject\" }, Principals = new IPrincipal[] { new AnyPrincipal() }, Resources = new[] { text }, Conditions = new Dictionary<string, object> { [\"StringEquals\"] = new Dictionary<string, object> { [\"aws:PrincipalOrgID\"] = \"o-1234567890\" } } });")]
    [InlineData("var s = new PolicyStatement(); s.AddAnyPrincipal(); s.AddSourceAccountCondition(Account);")]
    [InlineData("new Role(this, \"R\", new RoleProps { AssumedBy = new AnyPrincipal().WithConditions(new Dictionary<string, object> { [\"Bool\"] = true }) });")]
    [InlineData("new Role(this, \"R\", new RoleProps { AssumedBy = given ? new AnyPrincipal() : new AccountRootPrincipal() });")]
    [InlineData("var s = new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"execute-api:Invoke\" }, Principals = new IPrincipal[] { new AnyPrincipal() }, Resources = new[] { \"execute-api:/*\" } });")]
    [InlineData("var e = new Amazon.CDK.AWS.EC2.Vpc(this, \"V\").AddGatewayEndpoint(\"S3\", new Amazon.CDK.AWS.EC2.GatewayVpcEndpointOptions { Service = Amazon.CDK.AWS.EC2.GatewayVpcEndpointAwsService.S3 }); e.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"s3:GetObject\" }, Principals = new IPrincipal[] { new AnyPrincipal() }, Resources = new[] { text } }));")]
    public Task Not_everyone(string statements) => s_stack.Silent("SKY1031", statements, Refs.Cdk);

    [Theory]
    [InlineData("new CfnAccessKey(this, \"K\", new CfnAccessKeyProps { UserName = text });")]
    public Task Access_keys(string statements) => s_stack.Flagged("SKY1032", statements, Refs.Cdk);

    [Theory]
    [InlineData("new CfnAccessKey(this, \"K\", new CfnAccessKeyProps { UserName = text, Status = \"Inactive\" });")]
    [InlineData("new AccessKey(this, \"K\", new AccessKeyProps { User = new User(this, \"U\"), Status = AccessKeyStatus.INACTIVE });")]
    public Task No_access_keys(string statements) => s_stack.Silent("SKY1032", statements, Refs.Cdk);
}
