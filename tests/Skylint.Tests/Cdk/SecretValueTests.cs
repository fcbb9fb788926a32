using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>Secrets in the code of a CDK app.</summary>
public sealed class SecretValueTests
{
    private static readonly StackSource s_stack = new("RDS", "SecretsManager");

    private const string Secret = "var secret = new Secret(this, \"S\");";

    [Theory]
    [InlineData("SecretValue.UnsafePlainText(\"correct-horse\");")]
    [InlineData("SecretValue.PlainText(\"correct-horse\");")]
    [InlineData("new Secret(this, \"S\", new SecretProps { SecretObjectValue = new Dictionary<string, SecretValue> { [\"password\"] = SecretValue.UnsafePlainText(\"correct-horse\") } });")]
    [InlineData(Secret + "new CfnOutput(this, \"O\", new CfnOutputProps { Value = secret.SecretValue.UnsafeUnwrap() });")]
    [InlineData(Secret + "var script = $\"login {secret.SecretValue.UnsafeUnwrap()}\";")]
    public Task Plain_text(string statements) => s_stack.Flagged("SKY1040", statements, Refs.Cdk);

    [Theory]
    [InlineData("SecretValue.UnsafePlainText(text);")]
    [InlineData("SecretValue.UnsafePlainText(\"\");")]
    [InlineData("new Secret(this, \"S\", new SecretProps { SecretObjectValue = new Dictionary<string, SecretValue> { { \"username\", SecretValue.UnsafePlainText(\"admin\") } } });")]
    [InlineData("SecretValue.SecretsManager(\"db\");")]
    // Where an L1 takes a text, an unwrapped secret is the reference that CloudFormation resolves.
    [InlineData(Secret + "new CfnDBInstance(this, \"D\", new CfnDBInstanceProps { MasterUserPassword = secret.SecretValue.UnsafeUnwrap() });")]
    // Environment variables have a rule of their own.
    [InlineData(Secret + "var props = new Amazon.CDK.AWS.Lambda.FunctionProps { Environment = new Dictionary<string, string> { [\"A\"] = secret.SecretValue.UnsafeUnwrap() } };")]
    public Task No_plain_text(string statements) => s_stack.Silent("SKY1040", statements, Refs.Cdk);

    [Theory]
    [InlineData("new CfnDBCluster(this, \"D\", new CfnDBClusterProps { MasterUserPassword = \"correct-horse\" });")]
    [InlineData("const string Password = \"correct-horse\"; new CfnDBInstance(this, \"D\", new CfnDBInstanceProps { MasterUserPassword = Password });")]
    [InlineData("var d = new CfnDBInstance(this, \"D\", new CfnDBInstanceProps()); d.MasterUserPassword = \"correct-horse\";")]
    [InlineData("var p = new CfnParameter(this, \"P\", new CfnParameterProps { Type = \"String\" }); new CfnDBInstance(this, \"D\", new CfnDBInstanceProps { MasterUserPassword = p.ValueAsString });")]
    [InlineData("new CfnSecret(this, \"X\", new CfnSecretProps { SecretString = \"correct-horse\" });")]
    [InlineData("new Amazon.CDK.AWS.AmazonMQ.CfnBroker(this, \"B\", new Amazon.CDK.AWS.AmazonMQ.CfnBrokerProps { Users = new[] { new Amazon.CDK.AWS.AmazonMQ.CfnBroker.UserProperty { Username = \"u\", Password = \"correct-horse\" } } });")]
    [InlineData("new Amazon.CDK.AWS.IAM.CfnUser(this, \"U\", new Amazon.CDK.AWS.IAM.CfnUserProps { LoginProfile = new Amazon.CDK.AWS.IAM.CfnUser.LoginProfileProperty { Password = \"correct-horse\" } });")]
    public Task Literal_password(string statements) => s_stack.Flagged("SKY1041", statements, Refs.Cdk);

    [Theory]
    [InlineData("MasterUserPassword = \"{{resolve:secretsmanager:db:SecretString:password}}\"")]
    [InlineData("MasterUserPassword = text")]
    [InlineData("MasterUserPassword = SecretValue.SsmSecure(\"/db\").UnsafeUnwrap()")]
    [InlineData("MasterUserPassword = new CfnParameter(this, \"P\", new CfnParameterProps { NoEcho = true }).ValueAsString")]
    [InlineData("ManageMasterUserPassword = true")]
    public Task No_literal_password(string props) => s_stack.Silent("SKY1041", $"new CfnDBInstance(this, \"D\", new CfnDBInstanceProps {{ {props} }});", Refs.Cdk);
}
