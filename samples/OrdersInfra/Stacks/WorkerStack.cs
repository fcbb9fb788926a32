using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace OrdersInfra.Stacks;

/// <summary>The long-running parts: the worker that books orders into the ledger, and the back office.</summary>
public sealed class WorkerStack : Stack
{
    private readonly OrdersSettings _settings;
    private readonly NetworkStack _network;

    public WorkerStack(Construct scope, string id, OrdersSettings settings, NetworkStack network, DataStack data, MessagingStack messaging)
        : base(scope, id)
    {
        _settings = settings;
        _network = network;
        var workerImages = new Repository(this, "WorkerImages", new RepositoryProps
        {
            ImageScanOnPush = true,
            ImageTagMutability = TagMutability.IMMUTABLE,
            LifecycleRules = [new Amazon.CDK.AWS.ECR.LifecycleRule { MaxImageCount = 30 }],
        });
        var officeImages = new Repository(this, "BackOfficeImages");

        var cluster = new Cluster(this, "Cluster", new ClusterProps { Vpc = network.Vpc, ContainerInsights = true });

        var workerTask = Task("Worker", workerImages);
        messaging.Placed.GrantConsumeMessages(workerTask.TaskRole);
        data.Documents.GrantRead(workerTask.TaskRole);
        _ = new FargateService(this, "Worker", new FargateServiceProps
        {
            Cluster = cluster,
            TaskDefinition = workerTask,
            SecurityGroups = [network.ServiceGroup],
            DesiredCount = settings.IsProduction ? 3 : 1,
            CircuitBreaker = new DeploymentCircuitBreaker { Enable = true, Rollback = true },
        });

        var office = new FargateService(this, "BackOffice", new FargateServiceProps
        {
            Cluster = cluster,
            TaskDefinition = Task("BackOffice", officeImages),
            SecurityGroups = [network.ServiceGroup],
            DesiredCount = 1,
        });
        Publish(office);
    }

    private FargateTaskDefinition Task(string name, IRepository images)
    {
        var task = new FargateTaskDefinition(this, $"{name}Task", new FargateTaskDefinitionProps { Cpu = 512, MemoryLimitMiB = 1024 });
        var logs = new LogGroup(this, $"{name}Logs", new LogGroupProps { Retention = _settings.LogRetention, RemovalPolicy = RemovalPolicy.DESTROY });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(images, "1.4.2"),
            Logging = LogDriver.AwsLogs(new AwsLogDriverProps { LogGroup = logs, StreamPrefix = name }),
            PortMappings = [new PortMapping { ContainerPort = 8080 }],
        });
        return task;
    }

    private void Publish(FargateService office)
    {
        var balancer = new ApplicationLoadBalancer(this, "Balancer", new Amazon.CDK.AWS.ElasticLoadBalancingV2.ApplicationLoadBalancerProps
        {
            Vpc = _network.Vpc,
            InternetFacing = false,
            SecurityGroup = _network.BalancerGroup,
            DropInvalidHeaderFields = true,
        });
        var listener = balancer.AddListener("Http", new BaseApplicationListenerProps
        {
            Port = 80,
            Open = false,
        });
        listener.AddTargets("BackOffice", new AddApplicationTargetsProps { Port = 8080, Targets = [office] });
    }
}
