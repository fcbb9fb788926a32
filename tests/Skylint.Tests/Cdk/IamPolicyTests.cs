using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>How users, groups and roles get their permissions; what the library adds by itself is not theirs.</summary>
public sealed class IamPolicyTests
{
    private static readonly StackSource s_stack = new("IAM", "S3", "Lambda");

    private const string Role = "var role = new Role(this, \"R\", new RoleProps { AssumedBy = new ServicePrincipal(\"lambda.amazonaws.com\") });";

    private const string Statement = "new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"s3:GetObject\" }, Resources = new[] { text } })";

    [Theory]
    [InlineData(Role)]
    [InlineData(Role + "new Bucket(this, \"B\").GrantReadWrite(role);")]
    [InlineData("var f = new Function(this, \"F\", new FunctionProps { Runtime = Runtime.DOTNET_8, Handler = text, Code = Code.FromAsset(text) }); new Bucket(this, \"B\").GrantRead(f);")]
    [InlineData("var role = new Role(this, \"R\", new RoleProps { AssumedBy = new AccountRootPrincipal(), InlinePolicies = new Dictionary<string, PolicyDocument>() });")]
    [InlineData("new ManagedPolicy(this, \"P\", new ManagedPolicyProps { Statements = new[] { " + Statement + " } });")]
    public Task No_inline_policy(string statements) => s_stack.Silent("SKY1146", statements, Refs.Cdk);

    [Theory]
    [InlineData(Role + "role.AddToPolicy(" + Statement + ");")]
    [InlineData("new Role(this, \"R\", new RoleProps { AssumedBy = new AccountRootPrincipal(), InlinePolicies = new Dictionary<string, PolicyDocument> { [\"Read\"] = new PolicyDocument() } });")]
    [InlineData("new Policy(this, \"P\", new PolicyProps { Statements = new[] { " + Statement + " } });")]
    [InlineData("var f = new Function(this, \"F\", new FunctionProps { Runtime = Runtime.DOTNET_8, Handler = text, Code = Code.FromAsset(text) }); f.AddToRolePolicy(" + Statement + ");")]
    [InlineData("new CfnPolicy(this, \"P\", new CfnPolicyProps { PolicyName = text, PolicyDocument = text });")]
    public Task Inline_policy(string statements) => s_stack.Flagged("SKY1146", statements, Refs.Cdk);

    [Theory]
    [InlineData(Role)]
    [InlineData("new Function(this, \"F\", new FunctionProps { Runtime = Runtime.DOTNET_8, Handler = text, Code = Code.FromAsset(text) });")]
    [InlineData(Role + "role.AddManagedPolicy(ManagedPolicy.FromManagedPolicyName(this, \"P\", text));")]
    [InlineData(Role + "role.AddManagedPolicy(ManagedPolicy.FromManagedPolicyArn(this, \"P\", text));")]
    [InlineData("new Role(this, \"R\", new RoleProps { AssumedBy = new AccountRootPrincipal(), ManagedPolicies = new IManagedPolicy[] { new ManagedPolicy(this, \"P\") } });")]
    public Task Policies_of_their_own(string statements) => s_stack.Silent("SKY1147", statements, Refs.Cdk);

    [Theory]
    [InlineData(Role + "role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName(\"ReadOnlyAccess\"));")]
    [InlineData(Role + "role.AddManagedPolicy(ManagedPolicy.FromManagedPolicyArn(this, \"P\", $\"arn:{text}:iam::aws:policy/ReadOnlyAccess\"));")]
    [InlineData("new Role(this, \"R\", new RoleProps { AssumedBy = new AccountRootPrincipal(), ManagedPolicies = new[] { ManagedPolicy.FromAwsManagedPolicyName(\"ReadOnlyAccess\") } });")]
    [InlineData("new CfnRole(this, \"R\", new CfnRoleProps { AssumeRolePolicyDocument = text, ManagedPolicyArns = new[] { \"arn:aws:iam::aws:policy/ReadOnlyAccess\" } });")]
    public Task Policies_of_aws(string statements) => s_stack.Flagged("SKY1147", statements, Refs.Cdk);

    [Theory]
    [InlineData("var g = new Group(this, \"G\");", true)]
    [InlineData("var g = new Group(this, \"G\"); g.AddUser(new User(this, \"U\"));", false)]
    [InlineData("var g = new Group(this, \"G\"); var u = new User(this, \"U\"); u.AddToGroup(g);", false)]
    [InlineData("var g = new Group(this, \"G\"); new User(this, \"U\", new UserProps { Groups = new[] { g } });", false)]
    [InlineData("var g = new Group(this, \"G\"); new CfnUserToGroupAddition(this, \"A\", new CfnUserToGroupAdditionProps { GroupName = g.GroupName, Users = new[] { text } });", false)]
    public Task Groups(string statements, bool isFlagged) => Judge("SKY1148", statements, isFlagged);

    [Theory]
    [InlineData("var u = new User(this, \"U\");", true)]
    [InlineData("var u = new User(this, \"U\"); new Group(this, \"G\").AddUser(u);", false)]
    [InlineData("var u = new User(this, \"U\"); u.AddToGroup(new Group(this, \"G\"));", false)]
    [InlineData("var u = User.FromUserName(this, \"U\", text);", false)]
    public Task Users_in_groups(string statements, bool isFlagged) => Judge("SKY1149", statements, isFlagged);

    [Theory]
    [InlineData("var u = new User(this, \"U\"); new Bucket(this, \"B\").GrantRead(u);", false)]
    [InlineData("var u = new User(this, \"U\"); u.AddToPolicy(" + Statement + ");", true)]
    [InlineData("var u = new User(this, \"U\"); new ManagedPolicy(this, \"P\", new ManagedPolicyProps { Users = new[] { u } });", true)]
    [InlineData("var u = new User(this, \"U\"); new ManagedPolicy(this, \"P\").AttachToUser(u);", true)]
    [InlineData("new ManagedPolicy(this, \"P\").AttachToGroup(new Group(this, \"G\"));", false)]
    public Task Users_with_permissions(string statements, bool isFlagged) => Judge("SKY1150", statements, isFlagged);

    [Fact]
    public Task Registry_that_is_open() => new StackSource("ECR").Flagged(
        "SKY1031",
        "new CfnRepository(this, \"R\", new CfnRepositoryProps { RepositoryPolicyText = new Dictionary<string, object> { [\"Statement\"] = new[] { new Dictionary<string, object> { [\"Effect\"] = \"Allow\", [\"Principal\"] = \"*\", [\"Action\"] = \"ecr:*\" } } } });",
        Refs.Cdk);

    private const string GitHub = "\"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com\"";

    private const string Subject = "[\"token.actions.githubusercontent.com:sub\"]";

    [Theory]
    [InlineData("new WebIdentityPrincipal(" + GitHub + ")", true)]
    [InlineData("new WebIdentityPrincipal(text)", true)]
    [InlineData("new OpenIdConnectPrincipal(OpenIdConnectProvider.FromOpenIdConnectProviderArn(this, \"O\", text))", true)]
    [InlineData("new FederatedPrincipal(text, new Dictionary<string, object>(), \"sts:AssumeRoleWithWebIdentity\")", true)]
    // Tokens of every repository have the same audience.
    [InlineData("new WebIdentityPrincipal(text, new Dictionary<string, object> { [\"StringEquals\"] = new Dictionary<string, object> { [\"token.actions.githubusercontent.com:aud\"] = \"sts.amazonaws.com\" } })", true)]
    [InlineData("new WebIdentityPrincipal(text, new Dictionary<string, object> { [\"StringLike\"] = new Dictionary<string, object> { " + Subject + " = \"repo:*\" } })", true)]
    [InlineData("new WebIdentityPrincipal(text, new Dictionary<string, object> { [\"StringLike\"] = new Dictionary<string, object> { " + Subject + " = \"repo:example/*\" } })", false)]
    [InlineData("new WebIdentityPrincipal(text, new Dictionary<string, object> { [\"StringLike\"] = new Dictionary<string, object> { " + Subject + " = text } })", false)]
    [InlineData("new WebIdentityPrincipal(text, new Dictionary<string, object> { [\"StringLike\"] = new Dictionary<string, object> { [$\"{text}:sub\"] = text } })", false)]
    [InlineData("new WebIdentityPrincipal(text).WithConditions(new Dictionary<string, object>())", false)]
    [InlineData("new WebIdentityPrincipal(\"cognito-identity.amazonaws.com\", new Dictionary<string, object> { [\"StringEquals\"] = new Dictionary<string, object> { [\"cognito-identity.amazonaws.com:aud\"] = text } })", false)]
    [InlineData("new FederatedPrincipal(text, new Dictionary<string, object>(), \"sts:AssumeRoleWithSAML\")", false)]
    public Task Identity_providers(string principal, bool isFlagged) => Judge("SKY1153", $"new Role(this, \"R\", new RoleProps {{ AssumedBy = {principal} }});", isFlagged);

    [Theory]
    [InlineData("AdministratorAccess", true)]
    [InlineData("AmazonS3FullAccess", true)]
    [InlineData("AWSLambda_FullAccess", true)]
    [InlineData("service-role/AWSLambdaBasicExecutionRole", false)]
    [InlineData("AmazonSSMManagedInstanceCore", false)]
    public async Task Policies_of_administrators(string name, bool isFlagged)
    {
        await Judge("SKY1154", Role + $"role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName(\"{name}\"));", isFlagged);
        await Judge("SKY1154", $"new CfnUser(this, \"U\", new CfnUserProps {{ ManagedPolicyArns = new[] {{ \"arn:aws-cn:iam::aws:policy/{name}\" }} }});", isFlagged);
        await Judge("SKY1154", $"new CfnUser(this, \"U\", new CfnUserProps {{ ManagedPolicyArns = new[] {{ \"arn:aws:iam::111122223333:policy/{name}\" }} }});", false);
    }

    private static Task Judge(string id, string statements, bool isFlagged) => isFlagged ? s_stack.Flagged(id, statements, Refs.Cdk) : s_stack.Silent(id, statements, Refs.Cdk);
}
