using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>User pools, and other services where what counts is one property and what it means when it is left out.</summary>
public sealed class IdentityTests
{
    private static readonly StackSource s_pools = new("Cognito");
    private static readonly StackSource s_builds = new("CodeBuild");
    private static readonly StackSource s_notebooks = new("Sagemaker");

    private const string Kinds = "RequireLowercase = true, RequireUppercase = true, RequireDigits = true, RequireSymbols = true";

    [Theory]
    [InlineData("SKY1075", "new UserPool(this, \"P\", new UserPoolProps { Mfa = Mfa.OPTIONAL });", true)]
    [InlineData("SKY1075", "new UserPool(this, \"P\", new UserPoolProps { Mfa = given ? Mfa.REQUIRED : Mfa.OFF });", false)]
    [InlineData("SKY1075", "UserPool.FromUserPoolId(this, \"P\", text);", false)]
    [InlineData("SKY1077", "new UserPool(this, \"P\", new UserPoolProps { AdvancedSecurityMode = AdvancedSecurityMode.ENFORCED });", false)]
    [InlineData("SKY1078", "new UserPool(this, \"P\", new UserPoolProps { PasswordPolicy = new PasswordPolicy { MinLength = 6, " + Kinds + " } });", true)]
    [InlineData("SKY1078", "new UserPool(this, \"P\", new UserPoolProps { PasswordPolicy = new PasswordPolicy { " + Kinds + " } });", false)]
    public Task Pools(string id, string statements, bool isBad) => isBad ? s_pools.Flagged(id, statements, Refs.Cdk) : s_pools.Silent(id, statements, Refs.Cdk);

    [Fact]
    public Task A_longer_password_is_not_made_shorter() => s_pools.Fix(
        "SKY1078",
        "new UserPool(this, \"P\", new UserPoolProps { PasswordPolicy = new PasswordPolicy { MinLength = 20, RequireDigits = false } });",
        "new UserPool(this, \"P\", new UserPoolProps { PasswordPolicy = new PasswordPolicy { MinLength = 20, RequireDigits = true, RequireLowercase = true, RequireUppercase = true, RequireSymbols = true } });",
        Refs.Cdk);

    [Theory]
    [InlineData("SKY1071", "new PipelineProject(this, \"P\", new PipelineProjectProps { Environment = new BuildEnvironment { EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable> { [\"AWS_SECRET_ACCESS_KEY\"] = new BuildEnvironmentVariable { Value = text } } } });", true)]
    [InlineData("SKY1071", "new PipelineProject(this, \"P\", new PipelineProjectProps { EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable> { [\"AWS_SECRET_ACCESS_KEY\"] = new BuildEnvironmentVariable { Value = text, Type = BuildEnvironmentVariableType.SECRETS_MANAGER } } });", false)]
    [InlineData("SKY1073", "new Project(this, \"P\", new ProjectProps { Environment = new BuildEnvironment { BuildImage = LinuxBuildImage.FromCodeBuildImageId(\"aws/codebuild/standard:9.0\") } });", false)]
    [InlineData("SKY1073", "new Project(this, \"P\", new ProjectProps());", false)]
    [InlineData("SKY1073", "new Project(this, \"P\", new ProjectProps { Environment = new BuildEnvironment { BuildImage = LinuxGpuBuildImage.DLC_PYTORCH_1_4_0_INFERENCE } });", true)]
    // How an L2 signs in is not in the code, and a pipeline has nothing to sign in to.
    [InlineData("SKY1074", "new Project(this, \"P\", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = text, Repo = text }) });", false)]
    [InlineData("SKY1074", "new CfnProject(this, \"P\", new CfnProjectProps { Artifacts = text, Environment = text, ServiceRole = text, Source = new CfnProject.SourceProperty { Type = \"CODEPIPELINE\" } });", false)]
    public Task Builds(string id, string statements, bool isBad) => isBad ? s_builds.Flagged(id, statements, Refs.Cdk) : s_builds.Silent(id, statements, Refs.Cdk);

    [Fact]
    public Task A_notebook_without_a_network_is_not_cut_off() =>
        s_notebooks.NoFix("SKY1087", "new CfnNotebookInstance(this, \"N\", new CfnNotebookInstanceProps { InstanceType = text, RoleArn = text });", Refs.Cdk);
}
