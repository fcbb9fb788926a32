using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Constructs;

namespace OrdersInfra.Stacks;

/// <summary>The network that everything runs in, and who may talk to whom.</summary>
public sealed class NetworkStack : Stack
{
    private const int PostgresPort = 5432;

    public NetworkStack(Construct scope, string id, OrdersSettings settings)
        : base(scope, id)
    {
        Vpc = CreateVpc(settings);
        ToolsVpc = new Vpc(this, "ToolsVpc", new VpcProps
        {
            MaxAzs = 2,
            NatGateways = 1,
        });

        ServiceGroup = Group("ServiceGroup", "Workers and back office");
        DatabaseGroup = Group("DatabaseGroup", "PostgreSQL");
        DatabaseGroup.AddIngressRule(ServiceGroup, Port.Tcp(PostgresPort), "services only");

        BalancerGroup = Group("BalancerGroup", "Back office load balancer");
        BalancerGroup.AddIngressRule(Peer.Ipv4("10.20.0.0/16"), Port.Tcp(443), "office network");
        BalancerGroup.AddIngressRule(Peer.AnyIpv4(), Port.Tcp(8443), "health checks of the partner");
        ServiceGroup.AddIngressRule(BalancerGroup, Port.Tcp(8080), "load balancer");

        AddBastion();
        AddPartnerGateway();
    }

    public IVpc Vpc { get; }

    public IVpc ToolsVpc { get; }

    public SecurityGroup ServiceGroup { get; }

    public SecurityGroup DatabaseGroup { get; }

    public SecurityGroup BalancerGroup { get; }

    private Vpc CreateVpc(OrdersSettings settings)
    {
        var vpc = new Vpc(this, "Vpc", new VpcProps
        {
            MaxAzs = 3,
            NatGateways = settings.IsProduction ? 3 : 1,
            SubnetConfiguration =
            [
                new SubnetConfiguration { Name = "public", SubnetType = SubnetType.PUBLIC, CidrMask = 24 },
                new SubnetConfiguration { Name = "services", SubnetType = SubnetType.PRIVATE_WITH_EGRESS, CidrMask = 22 },
                new SubnetConfiguration { Name = "data", SubnetType = SubnetType.PRIVATE_ISOLATED, CidrMask = 24 },
            ],
        });
        vpc.AddGatewayEndpoint("S3", new GatewayVpcEndpointOptions { Service = GatewayVpcEndpointAwsService.S3 });
        vpc.AddGatewayEndpoint("DynamoDb", new GatewayVpcEndpointOptions { Service = GatewayVpcEndpointAwsService.DYNAMODB });
        vpc.AddFlowLog("FlowLog");
        return vpc;
    }

    private SecurityGroup Group(string id, string description) => new(this, id, new SecurityGroupProps
    {
        Vpc = Vpc,
        Description = description,
        AllowAllOutbound = true,
    });

    private void AddBastion()
    {
        var group = Group("BastionGroup", "Jump host");
        group.AddIngressRule(Peer.AnyIpv4(), Port.Tcp(22), "engineers at home");

        _ = new Instance_(this, "Bastion", new InstanceProps
        {
            Vpc = Vpc,
            VpcSubnets = new SubnetSelection { SubnetType = SubnetType.PUBLIC },
            InstanceType = InstanceType.Of(InstanceClass.T4G, InstanceSize.NANO),
            MachineImage = MachineImage.LatestAmazonLinux2023(new AmazonLinux2023ImageSsmParameterProps { CpuType = AmazonLinuxCpuType.ARM_64 }),
            SecurityGroup = group,
        });

        _ = new Instance_(this, "Runner", new InstanceProps
        {
            Vpc = Vpc,
            InstanceType = InstanceType.Of(InstanceClass.T4G, InstanceSize.SMALL),
            MachineImage = MachineImage.LatestAmazonLinux2023(new AmazonLinux2023ImageSsmParameterProps { CpuType = AmazonLinuxCpuType.ARM_64 }),
            SecurityGroup = ServiceGroup,
            RequireImdsv2 = true,
            DetailedMonitoring = true,
            BlockDevices =
            [
                new BlockDevice { DeviceName = "/dev/xvda", Volume = BlockDeviceVolume.Ebs(30, new EbsDeviceOptions { Encrypted = true, VolumeType = EbsDeviceVolumeType.GP3 }) },
            ],
        });
    }

    private void AddPartnerGateway()
    {
        _ = new CfnSecurityGroup(this, "PartnerGateway", new CfnSecurityGroupProps
        {
            GroupDescription = "File transfer of the partner",
            VpcId = Vpc.VpcId,
            SecurityGroupIngress = new object[]
            {
                new CfnSecurityGroup.IngressProperty { IpProtocol = "tcp", FromPort = 443, ToPort = 443, CidrIp = "203.0.113.0/24", Description = "partner" },
                new CfnSecurityGroup.IngressProperty { IpProtocol = "tcp", FromPort = 21, ToPort = 21, CidrIp = "0.0.0.0/0", Description = "old clients" },
            },
        });
    }
}
