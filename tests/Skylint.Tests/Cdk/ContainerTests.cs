using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>Clusters and containers of Amazon ECS.</summary>
public sealed class ContainerTests
{
    private static readonly StackSource s_stack = new("ECS", "ECS.Patterns");

    private const string Image = "Image = ContainerImage.FromRegistry(text)";

    private static string Container(string props, string task = "new FargateTaskDefinition(this, \"T\")") =>
        $"var task = {task}; var container = task.AddContainer(\"C\", new ContainerDefinitionOptions {{ {Image}, {props} }});";

    [Theory]
    [InlineData("new Cluster(this, \"C\");", true)]
    [InlineData("new Cluster(this, \"C\", new ClusterProps { ContainerInsights = given });", false)]
    [InlineData("new Cluster(this, \"C\", new ClusterProps { ContainerInsights = true });", false)]
    [InlineData("new CfnCluster(this, \"C\", new CfnClusterProps { ClusterSettings = new[] { new CfnCluster.ClusterSettingsProperty { Name = \"containerInsights\", Value = \"disabled\" } } });", true)]
    public Task Insights(string statements, bool isFlagged) => Judge("SKY1125", statements, isFlagged);

    /// <summary>The older property is obsolete where the later one is, and a fix never writes an obsolete one.</summary>
    [Fact]
    public async Task Insights_in_a_later_version()
    {
        await s_stack.Silent("SKY1125", "new Cluster(this, \"C\", new ClusterProps { ContainerInsightsV2 = ContainerInsights.ENHANCED });", Refs.Cdk277);
        await s_stack.Flagged("SKY1125", "new Cluster(this, \"C\", new ClusterProps { ContainerInsightsV2 = ContainerInsights.DISABLED });", Refs.Cdk277);
        await s_stack.Fix("SKY1125", "new Cluster(this, \"C\");", "new Cluster(this, \"C\", new ClusterProps { ContainerInsightsV2 = ContainerInsights.ENHANCED });", Refs.Cdk277);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("Logging = null", true)]
    [InlineData("Logging = LogDriver.AwsLogs(new AwsLogDriverProps { StreamPrefix = text })", false)]
    [InlineData("Logging = LogDrivers.Firelens(new FireLensLogDriverProps())", false)]
    public Task Logs(string props, bool isFlagged) => Judge("SKY1126", Container(props), isFlagged);

    [Theory]
    [InlineData("", false)]
    [InlineData(", EnableLogging = false", true)]
    public Task Logs_of_patterns(string options, bool isFlagged) =>
        Judge("SKY1126", $"new ApplicationLoadBalancedFargateService(this, \"S\", new ApplicationLoadBalancedFargateServiceProps {{ TaskImageOptions = new ApplicationLoadBalancedTaskImageOptions {{ {Image}{options} }} }});", isFlagged);

    [Theory]
    [InlineData("[\"LOG_LEVEL\"] = \"Debug\"", false)]
    [InlineData("[\"DB_PASSWORD_ARN\"] = \"arn:aws:secretsmanager:eu-west-1:111122223333:secret:db\"", false)]
    [InlineData("[\"DB_PASSWORD\"] = text", false)]
    [InlineData("[\"DB_PASSWORD\"] = \"{{resolve:ssm-secure:db}}\"", false)]
    [InlineData("[\"DB_PASSWORD\"] = \"correcthorse\"", true)]
    public async Task Secrets(string entry, bool isFlagged)
    {
        await Judge("SKY1127", Container($"Environment = new Dictionary<string, string> {{ {entry} }}"), isFlagged);
        await Judge("SKY1127", $"new QueueProcessingFargateService(this, \"S\", new QueueProcessingFargateServiceProps {{ {Image}, Environment = new Dictionary<string, string> {{ {entry} }} }});", isFlagged);
    }

    [Fact]
    public async Task Secrets_in_other_places()
    {
        await s_stack.Flagged("SKY1127", Container("") + "container.AddEnvironment(\"DB_PASSWORD\", \"correcthorse\");", Refs.Cdk);
        await s_stack.Silent("SKY1127", Container("") + "container.AddEnvironment(\"DB_USER\", \"orders\");", Refs.Cdk);
        await s_stack.Silent("SKY1127", Container("Secrets = new Dictionary<string, Secret> { [\"DB_PASSWORD\"] = Secret.FromSsmParameter(Amazon.CDK.AWS.SSM.StringParameter.FromSecureStringParameterAttributes(this, \"P\", new Amazon.CDK.AWS.SSM.SecureStringParameterAttributes { ParameterName = text })) }"), Refs.Cdk);
    }

    /// <summary>On request, every variable is reported, as cdk-nag does.</summary>
    [Fact]
    public async Task Every_variable_is_an_option()
    {
        var statements = Container("Environment = new Dictionary<string, string> { [\"LOG_LEVEL\"] = \"Debug\" }");
        await s_stack.Silent("SKY1127", statements, Refs.Cdk);
        await s_stack.Flagged("SKY1127", statements, new Setup(Refs.Cdk).WithConfig("skylint.SKY1127.every_variable", "true"));
    }

    [Theory]
    [InlineData("NetworkMode.HOST", "", true)]
    [InlineData("NetworkMode.HOST", "User = \"0:0\"", true)]
    [InlineData("NetworkMode.HOST", "User = \"app\"", false)]
    [InlineData("NetworkMode.HOST", "User = text", false)]
    [InlineData("NetworkMode.AWS_VPC", "", false)]
    [InlineData("given ? NetworkMode.HOST : NetworkMode.BRIDGE", "", false)]
    public Task Users(string mode, string props, bool isFlagged) =>
        Judge("SKY1128", Container(props, $"new Ec2TaskDefinition(this, \"T\", new Ec2TaskDefinitionProps {{ NetworkMode = {mode} }})"), isFlagged);

    [Theory]
    [InlineData("", false)]
    [InlineData("Privileged = given", false)]
    [InlineData("Privileged = true", true)]
    public Task Privileged(string props, bool isFlagged) => Judge("SKY1155", Container(props), isFlagged);

    private static Task Judge(string id, string statements, bool isFlagged) => isFlagged ? s_stack.Flagged(id, statements, Refs.Cdk) : s_stack.Silent(id, statements, Refs.Cdk);
}
