using Skylint.Catalog;
using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>Where a rule is more lenient than cdk-nag, an option makes it as strict; the profiles of cdk-nag's packs turn the options on.</summary>
public sealed class CdkNagSwitchTests
{
    private static readonly StackSource s_s3 = new("S3");
    private static readonly StackSource s_ec2 = new("EC2");
    private static readonly StackSource s_lambda = new("Lambda", "APIGateway", "IAM") { Aliases = "using Function = Amazon.CDK.AWS.Lambda.Function;\nusing FunctionProps = Amazon.CDK.AWS.Lambda.FunctionProps;\n" };

    private static readonly StackSource s_sqs = new("SQS");
    private static readonly StackSource s_balancing = new("ElasticLoadBalancingV2");
    private static readonly StackSource s_classic = new("ElasticLoadBalancing");
    private static readonly StackSource s_patterns = new("ECS.Patterns");
    private static readonly StackSource s_scaling = new("AutoScaling");

    private const string FunctionProps = "Runtime = Runtime.DOTNET_8, Handler = \"H\", Code = Code.FromAsset(text)";

    [Theory]
    [InlineData("new Bucket(this, \"B\");")]
    [InlineData("new Bucket(this, \"B\", new BucketProps { Versioned = true });")]
    [InlineData("new CfnBucket(this, \"B\");")]
    public Task A_bucket_that_leaves_it_to_S3(string statements) => Differs(s_s3, "SKY1007", "unset", statements);

    [Theory]
    [InlineData("new Bucket(this, \"B\", new BucketProps { BlockPublicAccess = BlockPublicAccess.BLOCK_ALL });")]
    [InlineData("new Bucket(this, \"B\", new BucketProps { BlockPublicAccess = given ? BlockPublicAccess.BLOCK_ALL : null });")]
    [InlineData("new Bucket(this, \"B\", new BucketProps { PublicReadAccess = true });")]
    public Task A_bucket_that_says_so_or_is_public_on_purpose(string statements) => s_s3.Silent("SKY1007", statements, On("SKY1007", "unset"));

    [Fact]
    public Task The_setting_is_added() =>
        s_s3.Fix("SKY1007", "new Bucket(this, \"B\");", "new Bucket(this, \"B\", new BucketProps { BlockPublicAccess = BlockPublicAccess.BLOCK_ALL });", On("SKY1007", "unset"));

    [Theory]
    [InlineData("new Vpc(this, \"V\");")]
    [InlineData("new Vpc(this, \"V\", new VpcProps { MaxAzs = 2 });")]
    public async Task A_network_with_the_subnets_of_the_library(string statements)
    {
        await Differs(s_ec2, "SKY1109", "public_subnets", statements);
        await Differs(s_ec2, "SKY1110", "default_subnets", statements);
        await s_ec2.NoFix("SKY1110", statements, On("SKY1110", "default_subnets"));
    }

    [Fact]
    public async Task A_network_that_chooses_its_subnets()
    {
        const string Private = "new Vpc(this, \"V\", new VpcProps { SubnetConfiguration = new[] { new SubnetConfiguration { Name = \"a\", SubnetType = SubnetType.PRIVATE_ISOLATED } } });";
        await s_ec2.Silent("SKY1109", Private, On("SKY1109", "public_subnets"));
        await s_ec2.Silent("SKY1110", Private, On("SKY1110", "default_subnets"));
        var open = Private.Replace("PRIVATE_ISOLATED", "PUBLIC", StringComparison.Ordinal);
        await Differs(s_ec2, "SKY1109", "public_subnets", open);
        await s_ec2.Silent("SKY1109", open.Replace("SubnetType.PUBLIC", "given ? SubnetType.PUBLIC : SubnetType.PRIVATE_ISOLATED", StringComparison.Ordinal), On("SKY1109", "public_subnets"));
    }

    [Fact]
    public async Task A_function_behind_an_API()
    {
        var statements = $"var f = new Function(this, \"F\", new FunctionProps {{ {FunctionProps} }}); new LambdaRestApi(this, \"A\", new LambdaRestApiProps {{ Handler = f }});";
        await Differs(s_lambda, "SKY1136", "every_function", statements);
        await s_lambda.Silent("SKY1136", statements.Replace("Handler = \"H\"", "Handler = \"H\", DeadLetterQueueEnabled = true", StringComparison.Ordinal), On("SKY1136", "every_function"));
    }

    [Fact]
    public async Task A_function_without_a_role_of_its_own()
    {
        await Differs(s_lambda, "SKY1147", "implicit_roles", $"new Function(this, \"F\", new FunctionProps {{ {FunctionProps} }});");
        await s_lambda.Silent("SKY1147", $"new Function(this, \"F\", new FunctionProps {{ {FunctionProps}, Role = Role.FromRoleName(this, \"R\", text) }});", On("SKY1147", "implicit_roles"));
    }

    /// <summary>Whether the API gets a role depends on a flag.</summary>
    [Theory]
    [InlineData("", false, true)]
    [InlineData("", true, false)]
    [InlineData("CloudWatchRole = true", true, true)]
    [InlineData("CloudWatchRole = false", false, false)]
    [InlineData("CloudWatchRole = given", false, false)]
    public async Task An_API_that_makes_a_role(string props, bool flag, bool isFlagged)
    {
        var setup = StackSource.WithFlags(Refs.Cdk, flag ? ["@aws-cdk/aws-apigateway:disableCloudWatchRole"] : []).WithConfig("skylint.SKY1147.implicit_roles", "true");
        var statements = $"new RestApi(this, \"A\", new RestApiProps {{ {props} }});";
        await (isFlagged ? s_lambda.Flagged("SKY1147", statements, setup) : s_lambda.Silent("SKY1147", statements, setup));
    }

    [Theory]
    [InlineData("Queue", "DeadLetterQueue = new DeadLetterQueue { MaxReceiveCount = 3, Queue = dlq }")]
    [InlineData("CfnQueue", "RedrivePolicy = new Dictionary<string, object> { [\"deadLetterTargetArn\"] = dlq.QueueArn }")]
    public async Task A_queue_that_is_a_dead_letter_queue(string type, string redrive)
    {
        var statements = $"new {type}(this, \"OrdersDlq\"); ";
        await Differs(s_sqs, "SKY1003", "every_queue", statements);
        await s_sqs.Silent("SKY1003", $"Queue dlq = Queue.FromQueueArn(this, \"I\", text) as Queue; new {type}(this, \"OrdersDlq\", new {type}Props {{ {redrive} }});", On("SKY1003", "every_queue"));
        // One that has no excuse is reported once.
        await s_sqs.Flagged("SKY1003", $"new {type}(this, \"Orders\");", On("SKY1003", "every_queue"));
        await s_sqs.NoFix("SKY1003", statements, On("SKY1003", "every_queue"));
    }

    [Theory]
    [InlineData("new RestApi(this, \"A\");", true)]
    [InlineData("new RestApi(this, \"A\", new RestApiProps { DeployOptions = new StageOptions { CachingEnabled = false } });", true)]
    [InlineData("new CfnStage(this, \"S\", new CfnStageProps { RestApiId = text });", true)]
    [InlineData("new RestApi(this, \"A\", new RestApiProps { DeployOptions = new StageOptions { CachingEnabled = true, CacheDataEncrypted = true } });", false)]
    [InlineData("new RestApi(this, \"A\", new RestApiProps { DeployOptions = new StageOptions { CachingEnabled = given } });", false)]
    [InlineData("new RestApi(this, \"A\", new RestApiProps { Deploy = false });", false)]
    [InlineData("new CfnStage(this, \"S\", new CfnStageProps { RestApiId = text, MethodSettings = new[] { new CfnStage.MethodSettingProperty { HttpMethod = \"*\", ResourcePath = \"/*\", CachingEnabled = true, CacheDataEncrypted = true } } });", false)]
    public Task A_stage_that_caches_nothing(string statements, bool isFlagged) => DiffersWhere(isFlagged, s_lambda, "SKY1045", "without_cache", statements);

    [Theory]
    [InlineData("g.AddIngressRule(Peer.Ipv4(\"10.0.0.0/16\"), Port.AllTraffic());", true)]
    [InlineData("g.Connections.AllowInternally(Port.AllTraffic());", true)]
    [InlineData("ISecurityGroup i = SecurityGroup.FromSecurityGroupId(this, \"I\", text); i.AddIngressRule(g, Port.AllTraffic());", true)]
    [InlineData("new CfnSecurityGroupIngress(this, \"C\", new CfnSecurityGroupIngressProps { IpProtocol = \"-1\", CidrIp = \"10.0.0.0/16\" });", true)]
    [InlineData("g.AddIngressRule(Peer.Ipv4(\"10.0.0.0/16\"), Port.Tcp(443));", false)]
    [InlineData("g.AddIngressRule(Peer.Ipv4(\"10.0.0.0/16\"), given ? Port.Tcp(443) : Port.AllTraffic());", false)]
    [InlineData("void Open(Port port) { g.AddIngressRule(Peer.Ipv4(\"10.0.0.0/16\"), port); }", false)]
    public Task Every_port_for_a_narrow_range(string statements, bool isFlagged) =>
        DiffersWhere(isFlagged, s_ec2, "SKY1004", "every_port", "var g = new SecurityGroup(this, \"G\", new SecurityGroupProps { Vpc = Vpc.FromLookup(this, \"V\", new VpcLookupOptions()) }); " + statements);

    [Theory]
    [InlineData("true", "lb.AddListener(\"L\", new BaseApplicationListenerProps { Port = 443 });", true)]
    [InlineData("true", "lb.AddListener(\"L\", new BaseApplicationListenerProps { Port = 443, Open = false }).Connections.AllowDefaultPortFromAnyIpv4();", true)]
    [InlineData("true", "lb.AddListener(\"L\", new BaseApplicationListenerProps { Port = 443, Open = false });", false)]
    [InlineData("given", "lb.AddListener(\"L\", new BaseApplicationListenerProps { Port = 443 });", false)]
    public Task The_entrance_of_a_load_balancer(string facing, string statements, bool isFlagged) =>
        DiffersWhere(isFlagged, s_balancing, "SKY1004", "public_entrances", $"var lb = new ApplicationLoadBalancer(this, \"B\", new ApplicationLoadBalancerProps {{ Vpc = null, InternetFacing = {facing} }}); " + statements);

    [Theory]
    [InlineData("new ApplicationLoadBalancedFargateService(this, \"S\", new ApplicationLoadBalancedFargateServiceProps { });", true)]
    [InlineData("new ApplicationLoadBalancedFargateService(this, \"S\", new ApplicationLoadBalancedFargateServiceProps { OpenListener = false });", false)]
    [InlineData("new ApplicationLoadBalancedFargateService(this, \"S\", new ApplicationLoadBalancedFargateServiceProps { PublicLoadBalancer = given });", false)]
    public Task The_entrance_of_a_service(string statements, bool isFlagged) => DiffersWhere(isFlagged, s_patterns, "SKY1004", "public_entrances", statements);

    [Theory]
    [InlineData("Listeners = new[] { new LoadBalancerListener { ExternalPort = 80 } }", "", true)]
    [InlineData("Listeners = new[] { new LoadBalancerListener { ExternalPort = 80, AllowConnectionsFrom = new[] { Amazon.CDK.AWS.EC2.Peer.Ipv4(\"10.0.0.0/8\") } } }", "", false)]
    [InlineData("", "lb.AddListener(new LoadBalancerListener { ExternalPort = 80 });", true)]
    public Task The_entrance_of_a_classic_load_balancer(string props, string statements, bool isFlagged) =>
        DiffersWhere(isFlagged, s_classic, "SKY1004", "public_entrances", $"var lb = new LoadBalancer(this, \"B\", new LoadBalancerProps {{ Vpc = null, InternetFacing = true, {props} }}); " + statements);

    /// <summary>What the group makes of its settings depends on a flag.</summary>
    [Theory]
    [InlineData("", false, true)]
    [InlineData("", true, false)]
    [InlineData("AssociatePublicIpAddress = false", false, false)]
    [InlineData("LaunchTemplate = null as Amazon.CDK.AWS.EC2.ILaunchTemplate ?? Amazon.CDK.AWS.EC2.LaunchTemplate.FromLaunchTemplateAttributes(this, \"T\", null)", false, false)]
    public async Task A_group_that_leaves_addresses_to_its_subnets(string props, bool flag, bool isFlagged)
    {
        var setup = StackSource.WithFlags(Refs.Cdk, flag ? ["@aws-cdk/aws-autoscaling:generateLaunchTemplateInsteadOfLaunchConfig"] : []);
        var statements = $"new AutoScalingGroup(this, \"A\", new AutoScalingGroupProps {{ Vpc = null, {props} }});";
        await s_scaling.Silent("SKY1058", statements, setup);
        var on = setup.WithConfig("skylint.SKY1058.unset", "true");
        await (isFlagged ? s_scaling.Flagged("SKY1058", statements, on) : s_scaling.Silent("SKY1058", statements, on));
        // Without cdk.json nobody knows.
        await s_scaling.Silent("SKY1058", statements, On("SKY1058", "unset"));
    }

    /// <summary>A profile turns on what its own pack asks for, and nothing of another pack.</summary>
    [Theory]
    [InlineData("aws-solutions", "SKY1004.public_entrances SKY1029.every_wildcard SKY1127.every_variable SKY1147.implicit_roles")]
    [InlineData("hipaa", "SKY1004.every_port SKY1007.unset SKY1045.without_cache SKY1058.unset SKY1109.public_subnets SKY1110.default_subnets SKY1136.every_function SKY1146.granted")]
    [InlineData("serverless", "SKY1003.every_queue SKY1136.every_function")]
    [InlineData("recommended", "")]
    [InlineData("none", "")]
    public void Profiles(string profile, string expected)
    {
        var chosen = Profile.All.Single(p => p.Name == profile);
        var switches = AllRules.Rules.SelectMany(rule => rule.Options.Where(chosen.TurnsOn).Select(option => option.KeyFor(rule)["skylint.".Length..]));
        Assert.Equal(expected, string.Join(' ', switches));
    }

    /// <summary>What a profile turns on has to be a switch that is off, of a rule that the profile turns on.</summary>
    [Fact]
    public void Only_switches_of_the_rules_of_the_pack()
    {
        foreach (var rule in AllRules.Rules)
        {
            foreach (var option in rule.Options.Where(o => o.CdkNag.Count > 0))
            {
                Assert.Equal("false", option.Default);
                Assert.Empty(option.CdkNag.Except(rule.References.CdkNag));
            }
        }
    }

    private static Setup On(string id, string option) => new Setup(Refs.Cdk).WithConfig($"skylint.{id}.{option}", "true");

    private static async Task DiffersWhere(bool isFlagged, StackSource source, string id, string option, string statements)
    {
        if (isFlagged)
            await Differs(source, id, option, statements);
        else
            await source.Silent(id, statements, On(id, option));
    }

    private static async Task Differs(StackSource source, string id, string option, string statements)
    {
        await source.Silent(id, statements, Refs.Cdk);
        await source.Flagged(id, statements, On(id, option));
    }
}
