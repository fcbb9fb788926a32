using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>What of a network, its instances and its load balancers is reachable from the internet, and how they are set up.</summary>
public sealed class NetworkExposureTests
{
    private const string RestrictFlag = "@aws-cdk/aws-ec2:restrictDefaultSecurityGroup";

    private static readonly StackSource s_network = new("EC2", "AutoScaling");
    private static readonly StackSource s_balancer = new("EC2", "ElasticLoadBalancingV2", "S3", "WAFv2");
    private static readonly StackSource s_classic = new("EC2", "ElasticLoadBalancing", "CertificateManager");
    private static readonly StackSource s_eks = new("EKS");

    private static string Instance(string props) => $"new Instance_(this, \"I\", new InstanceProps {{ Vpc = new Vpc(this, \"V\"), MachineImage = MachineImage.LatestAmazonLinux2023(), {props} }});";

    private static string Balancer(string props = "") => $"var lb = new ApplicationLoadBalancer(this, \"L\", new ApplicationLoadBalancerProps {{ Vpc = new Vpc(this, \"V\"), {props} }});";

    /// <summary>The flag decides, and without a <c>cdk.json</c> nobody knows it.</summary>
    [Fact]
    public async Task Default_security_group_follows_the_flag()
    {
        await s_network.Silent("SKY1108", "new Vpc(this, \"V\");", Refs.Cdk);
        await s_network.Silent("SKY1108", "new Vpc(this, \"V\");", StackSource.WithFlags(Refs.Cdk, RestrictFlag));
        await s_network.Flagged("SKY1108", "new Vpc(this, \"V\");", StackSource.WithFlags(Refs.Cdk));
        await s_network.Flagged("SKY1108", "new Vpc(this, \"V\", new VpcProps { RestrictDefaultSecurityGroup = false });", StackSource.WithFlags(Refs.Cdk, RestrictFlag));
        await s_network.Flagged("SKY1108", "new CfnVPC(this, \"V\", new CfnVPCProps { CidrBlock = text });", Refs.Cdk);
        await s_network.Silent("SKY1108", "var v = new CfnVPC(this, \"V\", new CfnVPCProps { CidrBlock = text }); new CfnOutput(this, \"O\", new CfnOutputProps { Value = v.AttrDefaultSecurityGroup });", Refs.Cdk);
        await s_network.Silent("SKY1108", "Vpc.FromLookup(this, \"V\", new VpcLookupOptions { IsDefault = true });", StackSource.WithFlags(Refs.Cdk));
    }

    [Theory]
    [InlineData("new Vpc(this, \"V\");", false)]
    [InlineData("new CfnRoute(this, \"R\", new CfnRouteProps { RouteTableId = text, GatewayId = new CfnVPNGateway(this, \"G\", new CfnVPNGatewayProps { Type = \"ipsec.1\" }).Ref, DestinationCidrBlock = \"0.0.0.0/0\" });", false)]
    [InlineData("new CfnRoute(this, \"R\", new CfnRouteProps { RouteTableId = text, GatewayId = text, DestinationCidrBlock = \"0.0.0.0/0\" });", false)]
    [InlineData("new CfnRoute(this, \"R\", new CfnRouteProps { RouteTableId = text, NatGatewayId = text, DestinationCidrBlock = \"0.0.0.0/0\" });", false)]
    [InlineData("new CfnRoute(this, \"R\", new CfnRouteProps { RouteTableId = text, GatewayId = new CfnInternetGateway(this, \"G\").Ref, DestinationIpv6CidrBlock = \"::/0\" });", true)]
    [InlineData("new CfnRoute(this, \"R\", new CfnRouteProps { RouteTableId = text, GatewayId = new CfnInternetGateway(this, \"G\").AttrInternetGatewayId, DestinationCidrBlock = \"0.0.0.0/0\" });", true)]
    [InlineData("new PublicSubnet(this, \"S\", new PublicSubnetProps { VpcId = text, AvailabilityZone = text, CidrBlock = text }).AddDefaultInternetRoute(text, new Vpc(this, \"V\"));", true)]
    public Task Routes(string statements, bool isFlagged) => Judge(s_network, "SKY1109", statements, isFlagged);

    [Theory]
    [InlineData("new Vpc(this, \"V\");", false)]
    [InlineData("new Vpc(this, \"V\", new VpcProps { SubnetConfiguration = new[] { new SubnetConfiguration { Name = \"P\", SubnetType = SubnetType.PUBLIC } } });", true)]
    [InlineData("new Vpc(this, \"V\", new VpcProps { SubnetConfiguration = new[] { new SubnetConfiguration { Name = \"P\", SubnetType = SubnetType.PUBLIC, MapPublicIpOnLaunch = false } } });", false)]
    [InlineData("new Vpc(this, \"V\", new VpcProps { SubnetConfiguration = new[] { new SubnetConfiguration { Name = \"P\", SubnetType = SubnetType.PRIVATE_WITH_EGRESS } } });", false)]
    [InlineData("new CfnSubnet(this, \"S\", new CfnSubnetProps { VpcId = text, AssignIpv6AddressOnCreation = true });", true)]
    [InlineData("new CfnSubnet(this, \"S\", new CfnSubnetProps { VpcId = text });", false)]
    public Task Public_addresses(string statements, bool isFlagged) => Judge(s_network, "SKY1110", statements, isFlagged);

    [Theory]
    [InlineData("AssociatePublicIpAddress = true", true)]
    [InlineData("VpcSubnets = new SubnetSelection { SubnetType = SubnetType.PUBLIC }", true)]
    [InlineData("VpcSubnets = new SubnetSelection { SubnetType = SubnetType.PUBLIC }, AssociatePublicIpAddress = false", false)]
    [InlineData("VpcSubnets = new SubnetSelection { SubnetType = SubnetType.PRIVATE_WITH_EGRESS }", false)]
    [InlineData("AssociatePublicIpAddress = given", false)]
    [InlineData("", false)]
    public Task Instances_with_public_addresses(string props, bool isFlagged) => Judge(s_network, "SKY1103", Instance(props), isFlagged);

    [Theory]
    [InlineData("InstanceType = InstanceType.Of(InstanceClass.STANDARD3, InstanceSize.XLARGE2)", true)]
    [InlineData("InstanceType = new InstanceType(\"r3.xlarge\")", true)]
    [InlineData("InstanceType = new InstanceType(\"r3.xlarge\"), EbsOptimized = true", false)]
    [InlineData("InstanceType = InstanceType.Of(InstanceClass.T3, InstanceSize.XLARGE)", false)]
    [InlineData("InstanceType = new InstanceType(text)", false)]
    public Task Volumes_on_the_shared_network(string props, bool isFlagged) => Judge(s_network, "SKY1101", Instance(props), isFlagged);

    [Fact]
    public async Task Instances_without_a_property_of_their_own()
    {
        var bare = Instance("InstanceType = new InstanceType(\"t3.small\")");
        await s_network.NoFix("SKY1105", bare, Refs.Cdk);
        await s_network.Fix("SKY1105", bare, Instance("InstanceType = new InstanceType(\"t3.small\"), DisableApiTermination = true").Replace(", DisableApiTermination = true, }", ", DisableApiTermination = true }", StringComparison.Ordinal), Refs.Cdk277);
        await s_network.Silent("SKY1105", $"var i = {bare} ((CfnInstance)i.Node.DefaultChild!).DisableApiTermination = true;", Refs.Cdk);
        await s_network.Silent("SKY1105", $"var i = {bare} i.Instance.AddPropertyOverride(\"DisableApiTermination\", true);", Refs.Cdk);
    }

    [Theory]
    [InlineData("SKY1102")]
    [InlineData("SKY1104")]
    [InlineData("SKY1106")]
    public Task Templates_decide_elsewhere(string id) =>
        s_network.Silent(id, "new CfnInstance(this, \"I\", new CfnInstanceProps { LaunchTemplate = new CfnInstance.LaunchTemplateSpecificationProperty { LaunchTemplateId = text, Version = \"1\" } });", Refs.Cdk);

    [Theory]
    [InlineData("new AutoScalingGroup(this, \"G\", new AutoScalingGroupProps { Vpc = new Vpc(this, \"V\"), MachineImage = MachineImage.LatestAmazonLinux2023(), InstanceType = new InstanceType(\"t3.small\") });", false)]
    [InlineData("new AutoScalingGroup(this, \"G\", new AutoScalingGroupProps { Vpc = new Vpc(this, \"V\"), MachineImage = MachineImage.LatestAmazonLinux2023(), InstanceType = new InstanceType(\"t3.small\"), InstanceMonitoring = Monitoring.BASIC });", true)]
    public Task Monitoring_of_groups(string statements, bool isFlagged) => Judge(s_network, "SKY1102", statements, isFlagged);

    [Theory]
    [InlineData("", "lb.SetAttribute(\"routing.http.drop_invalid_header_fields.enabled\", \"true\");", false)]
    [InlineData("DropInvalidHeaderFields = false", "", true)]
    [InlineData("", "lb.SetAttribute(\"idle_timeout.timeout_seconds\", \"30\");", true)]
    public Task Headers(string props, string statement, bool isFlagged) => Judge(s_balancer, "SKY1120", Balancer(props) + statement, isFlagged);

    [Fact]
    public async Task Attributes_that_are_there_are_kept()
    {
        const string Attribute = "new CfnLoadBalancer.LoadBalancerAttributeProperty { Key = \"routing.http.drop_invalid_header_fields.enabled\", Value = \"true\" }";
        const string Other = "new CfnLoadBalancer.LoadBalancerAttributeProperty { Key = \"routing.http2.enabled\", Value = \"true\" }";
        await s_balancer.Fix("SKY1120", Cfn($"LoadBalancerAttributes = new[] {{ {Other} }}"), Cfn($"LoadBalancerAttributes = new[] {{ {Other}, {Attribute} }}"), Refs.Cdk);
        await s_balancer.Fix("SKY1120", Cfn($"LoadBalancerAttributes = new[] {{ {Attribute.Replace("true", "false", StringComparison.Ordinal)} }}"), Cfn($"LoadBalancerAttributes = new[] {{ {Attribute} }}"), Refs.Cdk);
        await s_balancer.Silent("SKY1120", Cfn($"LoadBalancerAttributes = new[] {{ {Attribute} }}"), Refs.Cdk);
        await s_balancer.Silent("SKY1120", Cfn("Type = \"network\""), Refs.Cdk);

        static string Cfn(string props) => $"new CfnLoadBalancer(this, \"L\", new CfnLoadBalancerProps {{ {props} }});";
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("var arn = lb.LoadBalancerArn; new CfnWebACLAssociation(this, \"W\", new CfnWebACLAssociationProps { ResourceArn = arn, WebAclArn = text });", false)]
    [InlineData("new CfnWebACLAssociation(this, \"W\", new CfnWebACLAssociationProps { ResourceArn = lb.LoadBalancerArn, WebAclArn = text });", false)]
    [InlineData("if (given) new CfnWebACLAssociation(this, \"W\", new CfnWebACLAssociationProps { ResourceArn = lb.LoadBalancerArn, WebAclArn = text });", false)]
    public Task Firewall(string statement, bool isFlagged) => Judge(s_balancer, "SKY1121", Balancer() + statement, isFlagged);

    [Theory]
    [InlineData("lb.LogAccessLogs(new Bucket(this, \"B\"));", false)]
    [InlineData("", true)]
    public Task Access_logs(string statement, bool isFlagged) => Judge(s_balancer, "SKY1123", Balancer() + statement, isFlagged);

    [Theory]
    [InlineData("lb.AddListener(\"H\", new BaseApplicationListenerProps { Port = 80, DefaultAction = ListenerAction.Redirect(new RedirectOptions { Protocol = \"HTTPS\" }) });", false)]
    [InlineData("lb.AddListener(\"H\", new BaseApplicationListenerProps { Port = 443 }).AddCertificates(\"C\", new[] { ListenerCertificate.FromArn(text) });", false)]
    [InlineData("lb.AddListener(\"H\", new BaseApplicationListenerProps { Port = 8080, DefaultAction = ListenerAction.FixedResponse(200) });", true)]
    [InlineData("new CfnListener(this, \"H\", new CfnListenerProps { LoadBalancerArn = text, Protocol = \"TCP\", DefaultActions = System.Array.Empty<object>() });", false)]
    public Task Certificates(string statement, bool isFlagged) => Judge(s_balancer, "SKY1124", Balancer() + statement, isFlagged);

    [Theory]
    [InlineData("ExternalPort = 80", true)]
    [InlineData("ExternalPort = 8883, SslCertificateArn = new Certificate(this, \"C\", new CertificateProps { DomainName = text }).CertificateArn", false)]
    [InlineData("ExternalPort = 8883, SslCertificateArn = text", false)]
    public Task Classic_certificates(string listener, bool isFlagged) =>
        Judge(s_classic, "SKY1117", $"new LoadBalancer(this, \"L\", new LoadBalancerProps {{ Vpc = new Vpc(this, \"V\"), Listeners = new[] {{ new LoadBalancerListener {{ {listener} }} }} }});", isFlagged);

    [Fact]
    public async Task Classic_balancers()
    {
        const string Bare = "var lb = new LoadBalancer(this, \"L\", new LoadBalancerProps { Vpc = new Vpc(this, \"V\") });";
        await s_classic.Flagged("SKY1115", Bare, Refs.Cdk);
        await s_classic.Silent("SKY1115", Bare + "((CfnLoadBalancer)lb.Node.DefaultChild!).AddPropertyOverride(\"ConnectionDrainingPolicy.Enabled\", true);", Refs.Cdk);
        await s_classic.Silent("SKY1118", Bare, Refs.Cdk);
        await s_classic.Flagged("SKY1116", Bare + "lb.AddListener(new LoadBalancerListener { ExternalPort = 443 });", Refs.Cdk);
        await s_classic.Silent("SKY1119", Bare + "lb.AddListener(new LoadBalancerListener { ExternalPort = 443 });", Refs.Cdk);
    }

    [Theory]
    [InlineData("ClusterLogging = new[] { ClusterLoggingTypes.API, ClusterLoggingTypes.AUDIT }", true)]
    [InlineData("", true)]
    [InlineData("ClusterLogging = System.Enum.GetValues<ClusterLoggingTypes>()", false)]
    public Task Control_plane_logs(string props, bool isFlagged) =>
        Judge(s_eks, "SKY1114", $"new Cluster(this, \"C\", new ClusterProps {{ Version = KubernetesVersion.V1_30, {props} }});", isFlagged);

    [Theory]
    [InlineData("Port = 443", true)]
    [InlineData("Port = 8000, Protocol = ApplicationProtocol.HTTPS", true)]
    [InlineData("Port = 443, SslPolicy = SslPolicy.TLS13_11", true)]
    [InlineData("Port = 443, SslPolicy = SslPolicy.TLS12", false)]
    [InlineData("Port = 443, SslPolicy = given ? SslPolicy.TLS12 : SslPolicy.LEGACY", false)]
    [InlineData("Port = 80", false)]
    public Task Tls_policies(string props, bool isFlagged) => Judge(s_balancer, "SKY1156", Balancer() + $"lb.AddListener(\"H\", new BaseApplicationListenerProps {{ {props} }});", isFlagged);

    [Fact]
    public async Task Tls_policy_follows_version_and_flag()
    {
        const string Flag = "@aws-cdk/aws-elasticloadbalancingv2:usePostQuantumTlsPolicy";
        var listener = Balancer() + "lb.AddListener(\"H\", new BaseApplicationListenerProps { Port = 443 });";
        await s_balancer.Flagged("SKY1156", listener, StackSource.WithFlags(Refs.Cdk277));
        await s_balancer.Silent("SKY1156", listener, StackSource.WithFlags(Refs.Cdk277, Flag));
        await s_balancer.Silent("SKY1156", listener, Refs.Cdk277);
    }

    [Theory]
    [InlineData("new ARecord(this, \"A\", new ARecordProps { Zone = zone, Target = RecordTarget.FromIpAddresses(text), Weight = 1, Ttl = Duration.Minutes(5) });", true)]
    [InlineData("new CnameRecord(this, \"A\", new CnameRecordProps { Zone = zone, DomainName = text, Region = \"eu-west-1\" });", true)]
    [InlineData("new ARecord(this, \"A\", new ARecordProps { Zone = zone, Target = RecordTarget.FromIpAddresses(text), Weight = 1, Ttl = Duration.Minutes(1) });", false)]
    [InlineData("new ARecord(this, \"A\", new ARecordProps { Zone = zone, Target = RecordTarget.FromIpAddresses(text) });", false)]
    [InlineData("new ARecord(this, \"A\", new ARecordProps { Zone = zone, Target = RecordTarget.FromAlias(new Amazon.CDK.AWS.Route53.Targets.LoadBalancerTarget(new Amazon.CDK.AWS.ElasticLoadBalancingV2.ApplicationLoadBalancer(this, \"L\", new Amazon.CDK.AWS.ElasticLoadBalancingV2.ApplicationLoadBalancerProps { Vpc = new Amazon.CDK.AWS.EC2.Vpc(this, \"V\") }))), Weight = 1 });", false)]
    [InlineData("new CfnRecordSet(this, \"A\", new CfnRecordSetProps { Name = text, Type = \"A\", SetIdentifier = text, Failover = \"PRIMARY\", Ttl = \"900\" });", true)]
    public Task Failover(string statement, bool isFlagged) =>
        Judge(new StackSource("Route53"), "SKY1157", "var zone = HostedZone.FromLookup(this, \"Z\", new HostedZoneProviderProps { DomainName = text });" + statement, isFlagged);

    [Fact]
    public Task Logs_that_are_there_are_kept() => s_eks.Fix(
        "SKY1114",
        "new Cluster(this, \"C\", new ClusterProps { Version = KubernetesVersion.V1_30, ClusterLogging = new[] { ClusterLoggingTypes.AUDIT } });",
        "new Cluster(this, \"C\", new ClusterProps { Version = KubernetesVersion.V1_30, ClusterLogging = new[] { ClusterLoggingTypes.AUDIT, ClusterLoggingTypes.API, ClusterLoggingTypes.AUTHENTICATOR, ClusterLoggingTypes.CONTROLLER_MANAGER, ClusterLoggingTypes.SCHEDULER } });",
        Refs.Cdk);

    private static Task Judge(StackSource stack, string id, string statements, bool isFlagged) => isFlagged ? stack.Flagged(id, statements, Refs.Cdk) : stack.Silent(id, statements, Refs.Cdk);
}
