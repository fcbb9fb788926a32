using Microsoft.CodeAnalysis;
using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>
/// What a construct with nothing set gets in the default profile. More than a few warnings on the first line that somebody writes, and
/// nobody reads the fourth.
/// </summary>
public sealed class BareConstructTests
{
    private const int MostWarnings = 3;

    [Theory]
    [InlineData("S3", "new Bucket(this, \"X\");")]
    [InlineData("SQS", "new Queue(this, \"X\");")]
    [InlineData("SNS", "new Topic(this, \"X\");")]
    [InlineData("KMS", "new Key(this, \"X\");")]
    [InlineData("EC2", "new Vpc(this, \"X\");")]
    [InlineData("ECR", "new Repository(this, \"X\");")]
    [InlineData("DynamoDB", "new Table(this, \"X\", new TableProps { PartitionKey = new Amazon.CDK.AWS.DynamoDB.Attribute { Name = \"id\", Type = AttributeType.STRING } });")]
    [InlineData("RDS", "new DatabaseInstance(this, \"X\", new DatabaseInstanceProps { Engine = DatabaseInstanceEngine.MYSQL, Vpc = null! });")]
    [InlineData("RDS", "new DatabaseCluster(this, \"X\", new DatabaseClusterProps { Engine = DatabaseClusterEngine.AURORA_MYSQL });")]
    [InlineData("DocDB", "new DatabaseCluster(this, \"X\", new DatabaseClusterProps { Vpc = null!, InstanceType = null!, MasterUser = new Login { Username = \"u\" } });")]
    [InlineData("OpenSearchService", "new Domain(this, \"X\", new DomainProps { Version = EngineVersion.OPENSEARCH_2_11 });")]
    [InlineData("Kinesis", "new Amazon.CDK.AWS.Kinesis.Stream(this, \"X\");")]
    [InlineData("Lambda", "new Function(this, \"X\", new FunctionProps { Runtime = Runtime.DOTNET_8, Handler = \"A::B.C::D\", Code = Code.FromAsset(\"publish\") });")]
    [InlineData("EC2", "new Instance_(this, \"X\", new InstanceProps { MachineImage = MachineImage.LatestAmazonLinux2() });")]
    [InlineData("EFS", "new Amazon.CDK.AWS.EFS.FileSystem(this, \"X\", new FileSystemProps { Vpc = null! });")]
    [InlineData("ECS", "new Cluster(this, \"X\"); new FargateTaskDefinition(this, \"Y\").AddContainer(\"Z\", new ContainerDefinitionOptions { Image = null! });")]
    [InlineData("EKS", "new Cluster(this, \"X\", new ClusterProps { Version = KubernetesVersion.V1_30 });")]
    [InlineData("ElasticLoadBalancingV2", "new ApplicationLoadBalancer(this, \"X\", new ApplicationLoadBalancerProps { Vpc = null! });")]
    [InlineData("ElasticLoadBalancing", "new LoadBalancer(this, \"X\", new LoadBalancerProps { Vpc = null! });")]
    [InlineData("SecretsManager", "new Secret(this, \"X\");")]
    [InlineData("IAM", "new User(this, \"X\"); new Group(this, \"Y\");")]
    [InlineData("APIGateway", "new RestApi(this, \"X\").Root.AddMethod(\"GET\");")]
    [InlineData("Apigatewayv2", "new HttpApi(this, \"X\");")]
    [InlineData("CloudFront", "new Distribution(this, \"X\", new DistributionProps { DefaultBehavior = new BehaviorOptions { Origin = new Amazon.CDK.AWS.CloudFront.Origins.HttpOrigin(\"a.example\") } });")]
    [InlineData("CloudTrail", "new Trail(this, \"X\");")]
    [InlineData("Cognito", "new UserPool(this, \"X\");")]
    [InlineData("Logs", "new LogGroup(this, \"X\");")]
    [InlineData("AppSync", "new GraphqlApi(this, \"X\", new GraphqlApiProps { Name = \"x\" });")]
    [InlineData("StepFunctions", "new StateMachine(this, \"X\", new StateMachineProps());")]
    [InlineData("AutoScaling", "new AutoScalingGroup(this, \"X\", new AutoScalingGroupProps { Vpc = null!, InstanceType = null!, MachineImage = null! });")]
    public async Task Gets_few_warnings(string service, string statement)
    {
        var source = $$"""
            using Amazon.CDK.AWS.{{service}};
            using Constructs;

            class Demo : Amazon.CDK.Stack
            {
                internal Demo(Construct scope, string id) : base(scope, id)
                {
                    {{statement}}
                }
            }
            """;
        var diagnostics = await Verify.Diagnostics(source, Refs.Cdk, null);
        var warnings = diagnostics.Where(d => d.Descriptor.IsEnabledByDefault && d.DefaultSeverity == DiagnosticSeverity.Warning).Select(d => d.Id).ToList();
        Assert.True(warnings.Count <= MostWarnings, string.Join(", ", warnings));
    }
}
