using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>Networks, load balancers, clusters and services.</summary>
public sealed class NetworkTests
{
    private static readonly StackSource s_vpc = new("EC2");
    private static readonly StackSource s_balancer = new("EC2", "ElasticLoadBalancingV2");
    private static readonly StackSource s_ecs = new("ECS", "ECS.Patterns");
    private static readonly StackSource s_eks = new("EKS");

    private const string Balancer = "var lb = new ApplicationLoadBalancer(this, \"L\", new ApplicationLoadBalancerProps { Vpc = new Vpc(this, \"V\"), InternetFacing = true });";

    [Theory]
    [InlineData("var vpc = new Vpc(this, \"V\");")]
    [InlineData("var vpc = new Vpc(this, \"V\", new VpcProps { FlowLogs = new Dictionary<string, IFlowLogOptions>() });")]
    [InlineData("var vpc = new CfnVPC(this, \"V\", new CfnVPCProps { CidrBlock = text });")]
    public Task No_flow_logs(string statements) => s_vpc.Flagged("SKY1037", statements, Refs.Cdk);

    [Theory]
    [InlineData("var vpc = new Vpc(this, \"V\"); vpc.AddFlowLog(\"F\");")]
    [InlineData("var vpc = new Vpc(this, \"V\"); new FlowLog(this, \"F\", new FlowLogProps { ResourceType = FlowLogResourceType.FromVpc(vpc) });")]
    [InlineData("var vpc = new Vpc(this, \"V\"); var type = FlowLogResourceType.FromVpc(vpc); new FlowLog(this, \"F\", new FlowLogProps { ResourceType = type });")]
    [InlineData("var vpc = new Vpc(this, \"V\"); new CfnFlowLog(this, \"F\", new CfnFlowLogProps { ResourceId = vpc.VpcId, ResourceType = \"VPC\" });")]
    [InlineData("var vpc = new Vpc(this, \"V\"); if (given) vpc.AddFlowLog(\"F\");")]
    [InlineData("var vpc = Vpc.FromLookup(this, \"V\", new VpcLookupOptions { IsDefault = true });")]
    [InlineData("var vpc = new CfnVPC(this, \"V\", new CfnVPCProps { CidrBlock = text }); new CfnFlowLog(this, \"F\", new CfnFlowLogProps { ResourceId = vpc.Ref, ResourceType = \"VPC\" });")]
    public Task Flow_logs(string statements) => s_vpc.Silent("SKY1037", statements, Refs.Cdk);

    [Theory]
    [InlineData("NatGateways = 1")]
    [InlineData("SubnetConfiguration = new[] { new SubnetConfiguration { Name = \"p\", SubnetType = SubnetType.PRIVATE_WITH_EGRESS } }")]
    public Task Traffic_through_the_gateway(string props) => s_vpc.Flagged("SKY1038", $"new Vpc(this, \"V\", new VpcProps {{ {props} }});", Refs.Cdk);

    [Theory]
    [InlineData("new Vpc(this, \"V\", new VpcProps { NatGateways = 0 });")]
    [InlineData("new Vpc(this, \"V\", new VpcProps { NatGateways = given ? 0 : 1 });")]
    [InlineData("new Vpc(this, \"V\", new VpcProps { SubnetConfiguration = new[] { new SubnetConfiguration { Name = \"p\", SubnetType = SubnetType.PUBLIC }, new SubnetConfiguration { Name = \"i\", SubnetType = SubnetType.PRIVATE_ISOLATED } } });")]
    [InlineData("var vpc = new Vpc(this, \"V\"); vpc.AddGatewayEndpoint(\"S3\", new GatewayVpcEndpointOptions { Service = GatewayVpcEndpointAwsService.S3 });")]
    [InlineData("var vpc = new Vpc(this, \"V\"); new GatewayVpcEndpoint(this, \"E\", new GatewayVpcEndpointProps { Vpc = vpc, Service = GatewayVpcEndpointAwsService.S3 });")]
    public Task No_traffic_through_the_gateway(string statements) => s_vpc.Silent("SKY1038", statements, Refs.Cdk);

    [Theory]
    [InlineData("lb.AddListener(\"H\", new BaseApplicationListenerProps { Port = 80 });")]
    [InlineData("var l = lb.AddListener(\"H\", new BaseApplicationListenerProps { Protocol = ApplicationProtocol.HTTP, Port = 81 }); l.AddTargets(\"T\", new AddApplicationTargetsProps { Port = 80 });")]
    [InlineData("lb.AddListener(\"H\", new BaseApplicationListenerProps { Port = 80, DefaultAction = ListenerAction.Redirect(new RedirectOptions { Path = \"/new\" }) });")]
    [InlineData("new ApplicationListener(this, \"H\", new ApplicationListenerProps { LoadBalancer = lb, Port = 80, DefaultAction = ListenerAction.FixedResponse(404) });")]
    [InlineData("new CfnListener(this, \"H\", new CfnListenerProps { LoadBalancerArn = lb.LoadBalancerArn, Port = 80, Protocol = \"HTTP\", DefaultActions = new[] { new CfnListener.ActionProperty { Type = \"forward\", TargetGroupArn = text } } });")]
    public Task Plain_http(string statement) => s_balancer.Flagged("SKY1028", Balancer + statement, Refs.Cdk);

    [Theory]
    [InlineData(Balancer + "lb.AddRedirect();")]
    [InlineData(Balancer + "lb.AddListener(\"H\", new BaseApplicationListenerProps { Port = 443 });")]
    [InlineData(Balancer + "lb.AddListener(\"H\", new BaseApplicationListenerProps { Port = 80, Protocol = ApplicationProtocol.HTTPS });")]
    [InlineData(Balancer + "lb.AddListener(\"H\", new BaseApplicationListenerProps { Port = 80, DefaultAction = ListenerAction.Redirect(new RedirectOptions { Protocol = \"HTTPS\", Port = \"443\" }) });")]
    [InlineData(Balancer + "var l = lb.AddListener(\"H\", new BaseApplicationListenerProps { Port = 80 }); l.AddAction(\"R\", new AddApplicationActionProps { Action = ListenerAction.Redirect(new RedirectOptions { Protocol = \"HTTPS\" }) });")]
    [InlineData(Balancer + "lb.AddListener(\"H\", new BaseApplicationListenerProps { Port = given ? 80 : 443 });")]
    [InlineData("var lb = new ApplicationLoadBalancer(this, \"L\", new ApplicationLoadBalancerProps { Vpc = new Vpc(this, \"V\") }); lb.AddListener(\"H\", new BaseApplicationListenerProps { Port = 80 });")]
    [InlineData("var lb = new ApplicationLoadBalancer(this, \"L\", new ApplicationLoadBalancerProps { Vpc = new Vpc(this, \"V\"), InternetFacing = given }); lb.AddListener(\"H\", new BaseApplicationListenerProps { Port = 80 });")]
    [InlineData("var lb = new ApplicationLoadBalancer(this, \"L\", Outside.Props); lb.AddListener(\"H\", new BaseApplicationListenerProps { Port = 80 }); } static class Outside { public static IApplicationLoadBalancerProps Props => throw new Exception(); ")]
    [InlineData(Balancer + "new CfnListener(this, \"H\", new CfnListenerProps { LoadBalancerArn = lb.LoadBalancerArn, Port = 80, Protocol = \"HTTP\", DefaultActions = new[] { new CfnListener.ActionProperty { Type = \"redirect\", RedirectConfig = new CfnListener.RedirectConfigProperty { Protocol = \"HTTPS\", StatusCode = \"HTTP_301\" } } } });")]
    public Task No_plain_http(string statements) => s_balancer.Silent("SKY1028", statements, Refs.Cdk);

    [Fact]
    public Task Internal_load_balancers_are_reported_on_demand() => s_balancer.Flagged(
        "SKY1028",
        "var lb = new ApplicationLoadBalancer(this, \"L\", new ApplicationLoadBalancerProps { Vpc = new Vpc(this, \"V\") }); lb.AddListener(\"H\", new BaseApplicationListenerProps { Port = 80 });",
        new Setup(Refs.Cdk).WithConfig("skylint.SKY1028.include_internal", "true"));

    [Fact]
    public Task A_listener_that_gets_its_targets_later_has_no_fix() =>
        s_balancer.NoFix("SKY1028", Balancer + "lb.AddListener(\"H\", new BaseApplicationListenerProps { Port = 80 });", Refs.Cdk);

    [Fact]
    public async Task A_public_load_balancer_may_be_open()
    {
        const string Open = "lb.AddListener(\"H\", new BaseApplicationListenerProps { Port = 443 }).Connections.AllowDefaultPortFromAnyIpv4(\"public\");";
        await s_balancer.Silent("SKY1004", Balancer + Open, Refs.Cdk);
        await s_balancer.Silent("SKY1004", Balancer + "lb.Connections.AllowFromAnyIpv4(Port.Tcp(443));", Refs.Cdk);
        await s_balancer.Flagged("SKY1004", "var lb = new ApplicationLoadBalancer(this, \"L\", new ApplicationLoadBalancerProps { Vpc = new Vpc(this, \"V\"), InternetFacing = false }); lb.Connections.AllowFromAnyIpv4(Port.Tcp(443));", Refs.Cdk);
        await s_balancer.Flagged("SKY1004", "var i = new Instance_(this, \"I\", new InstanceProps()); i.Connections.AllowFromAnyIpv4(Port.Tcp(443));", Refs.Cdk);
    }

    [Theory]
    [InlineData("new ApplicationLoadBalancedFargateService(this, \"S\");")]
    [InlineData("new ApplicationLoadBalancedFargateService(this, \"S\", new ApplicationLoadBalancedFargateServiceProps { Protocol = Amazon.CDK.AWS.ElasticLoadBalancingV2.ApplicationProtocol.HTTP });")]
    [InlineData("var vpc = Amazon.CDK.AWS.EC2.Vpc.FromLookup(this, \"V\", new Amazon.CDK.AWS.EC2.VpcLookupOptions()); var lb = new Amazon.CDK.AWS.ElasticLoadBalancingV2.ApplicationLoadBalancer(this, \"L\", new Amazon.CDK.AWS.ElasticLoadBalancingV2.ApplicationLoadBalancerProps { Vpc = vpc, InternetFacing = true }); new ApplicationLoadBalancedFargateService(this, \"S\", new ApplicationLoadBalancedFargateServiceProps { LoadBalancer = lb, PublicLoadBalancer = true });")]
    public Task Service_over_plain_http(string statement) => s_ecs.Flagged("SKY1028", statement, Refs.Cdk);

    [Theory]
    [InlineData("PublicLoadBalancer = false")]
    [InlineData("Protocol = Amazon.CDK.AWS.ElasticLoadBalancingV2.ApplicationProtocol.HTTPS")]
    [InlineData("Certificate = Amazon.CDK.AWS.CertificateManager.Certificate.FromCertificateArn(this, \"C\", text)")]
    public Task Service_over_https(string props) => s_ecs.Silent("SKY1028", $"new ApplicationLoadBalancedFargateService(this, \"S\", new ApplicationLoadBalancedFargateServiceProps {{ {props} }});", Refs.Cdk);

    [Theory]
    [InlineData("new Ec2Service(this, \"S\", new Ec2ServiceProps { CircuitBreaker = new DeploymentCircuitBreaker { Rollback = false } });")]
    [InlineData("new FargateService(this, \"S\", new FargateServiceProps { CircuitBreaker = new DeploymentCircuitBreaker() });")]
    [InlineData("new QueueProcessingFargateService(this, \"S\");")]
    [InlineData("new CfnService(this, \"S\", new CfnServiceProps { Cluster = text });")]
    public Task No_rollback(string statement) => s_ecs.Flagged("SKY1039", statement, Refs.Cdk);

    [Theory]
    [InlineData("new FargateService(this, \"S\", new FargateServiceProps { DeploymentController = new DeploymentController { Type = DeploymentControllerType.CODE_DEPLOY } });")]
    [InlineData("new FargateService(this, \"S\", new FargateServiceProps { CircuitBreaker = new DeploymentCircuitBreaker { Rollback = given } });")]
    [InlineData("var s = new FargateService(this, \"S\", new FargateServiceProps()); s.EnableDeploymentAlarms(new[] { text }, new DeploymentAlarmOptions { Behavior = AlarmBehavior.ROLLBACK_ON_ALARM });")]
    [InlineData("var s = new FargateService(this, \"S\", new FargateServiceProps()); ((CfnService)s.Node.DefaultChild!).AddPropertyOverride(\"DeploymentConfiguration.DeploymentCircuitBreaker\", text);")]
    [InlineData("new CfnService(this, \"S\", new CfnServiceProps { DeploymentConfiguration = new CfnService.DeploymentConfigurationProperty { DeploymentCircuitBreaker = new CfnService.DeploymentCircuitBreakerProperty { Enable = true, Rollback = true } } });")]
    public Task Rollback(string statements) => s_ecs.Silent("SKY1039", statements, Refs.Cdk);

    [Fact]
    public async Task Cluster_endpoints()
    {
        const string Cluster = "new Cluster(this, \"C\", new ClusterProps { Version = KubernetesVersion.V1_27, {0} });";
        await s_eks.Flagged("SKY1027", Cluster.Replace("{0}", ""), Refs.Cdk);
        await s_eks.Flagged("SKY1027", Cluster.Replace("{0}", "EndpointAccess = EndpointAccess.PUBLIC"), Refs.Cdk103);
        await s_eks.Flagged("SKY1027", Cluster.Replace("{0}", "EndpointAccess = EndpointAccess.PUBLIC_AND_PRIVATE.OnlyFrom(\"0.0.0.0/0\")"), Refs.Cdk);
        await s_eks.Silent("SKY1027", Cluster.Replace("{0}", "EndpointAccess = EndpointAccess.PUBLIC_AND_PRIVATE.OnlyFrom(\"198.51.100.0/24\")"), Refs.Cdk);
        await s_eks.Silent("SKY1027", Cluster.Replace("{0}", "EndpointAccess = given ? EndpointAccess.PUBLIC : EndpointAccess.PRIVATE"), Refs.Cdk);
        await s_eks.Silent("SKY1027", "Cluster.FromClusterAttributes(this, \"C\", new ClusterAttributes { ClusterName = text });", Refs.Cdk);
        await s_eks.Flagged("SKY1027", "new CfnCluster(this, \"C\", new CfnClusterProps { RoleArn = text, ResourcesVpcConfig = new CfnCluster.ResourcesVpcConfigProperty { SubnetIds = new[] { text } } });", Refs.Cdk);
        await s_eks.Silent("SKY1027", "new CfnCluster(this, \"C\", new CfnClusterProps { RoleArn = text, ResourcesVpcConfig = new CfnCluster.ResourcesVpcConfigProperty { SubnetIds = new[] { text }, EndpointPublicAccess = false } });", Refs.Cdk);
        await s_eks.Silent("SKY1027", "new CfnCluster(this, \"C\", new CfnClusterProps { RoleArn = text, ResourcesVpcConfig = new CfnCluster.ResourcesVpcConfigProperty { SubnetIds = new[] { text }, PublicAccessCidrs = new[] { \"198.51.100.0/24\" } } });", Refs.Cdk);
    }

    [Fact]
    public Task The_newer_cluster_has_an_endpoint_of_its_own() => new StackSource("EKSv2").Fix(
        "SKY1027",
        "new Cluster(this, \"C\", new ClusterProps { Version = KubernetesVersion.V1_33 });",
        "new Cluster(this, \"C\", new ClusterProps { Version = KubernetesVersion.V1_33, EndpointAccess = EndpointAccess.PRIVATE });",
        Refs.Cdk277);
}
