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
    [InlineData("Lambda", "new Function(this, \"X\", new FunctionProps { Runtime = Runtime.DOTNET_8, Handler = \"A::B.C::D\", Code = Code.FromAsset(\"publish\") });")]
    [InlineData("EC2", "new Instance_(this, \"X\", new InstanceProps { MachineImage = MachineImage.LatestAmazonLinux2() });")]
    [InlineData("EFS", "new Amazon.CDK.AWS.EFS.FileSystem(this, \"X\", new FileSystemProps { Vpc = null! });")]
    [InlineData("ECS", "new Cluster(this, \"X\"); new FargateTaskDefinition(this, \"Y\").AddContainer(\"Z\", new ContainerDefinitionOptions { Image = null! });")]
    [InlineData("EKS", "new Cluster(this, \"X\", new ClusterProps { Version = KubernetesVersion.V1_30 });")]
    [InlineData("ElasticLoadBalancingV2", "new ApplicationLoadBalancer(this, \"X\", new ApplicationLoadBalancerProps { Vpc = null! });")]
    [InlineData("ElasticLoadBalancing", "new LoadBalancer(this, \"X\", new LoadBalancerProps { Vpc = null! });")]
    [InlineData("SecretsManager", "new Secret(this, \"X\");")]
    [InlineData("IAM", "new User(this, \"X\"); new Group(this, \"Y\");")]
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
