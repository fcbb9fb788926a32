using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.RDS;
using Amazon.CDK.AWS.S3;
using Constructs;
using OrdersInfra.Shared;

namespace OrdersInfra.Stacks;

/// <summary>Where orders are kept: documents in S3, the hot set in DynamoDB, the ledger in PostgreSQL.</summary>
public sealed class DataStack : Stack
{
    public DataStack(Construct scope, string id, OrdersSettings settings, NetworkStack network, SecurityStack security)
        : base(scope, id)
    {
        Documents = new SecureBucket(this, "Documents", security.DataKey);
        Invoices = new SecureBucket(this, "Invoices", security.DataKey, expireAfterDays: 3650);

        Uploads = new Bucket(this, "Uploads", new BucketProps
        {
            EnforceSSL = true,
            LifecycleRules = [new LifecycleRule { Expiration = Duration.Days(14) }],
        });

        var importProps = new BucketProps
        {
            Encryption = BucketEncryption.UNENCRYPTED,
            Versioned = true,
        };
        Imports = new Bucket(this, "Imports", importProps);

        Orders = CreateOrdersTable(settings);
        Carts = new Table(this, "Carts", new TableProps
        {
            PartitionKey = Text("customerId"),
            BillingMode = BillingMode.PAY_PER_REQUEST,
            TimeToLiveAttribute = "expiresAt",
            RemovalPolicy = RemovalPolicy.DESTROY,
        });

        Ledger = new DatabaseInstance(this, "Ledger", new DatabaseInstanceProps
        {
            Engine = DatabaseInstanceEngine.Postgres(new PostgresInstanceEngineProps { Version = PostgresEngineVersion.VER_16 }),
            InstanceType = Amazon.CDK.AWS.EC2.InstanceType.Of(InstanceClass.R6G, InstanceSize.LARGE),
            Vpc = network.Vpc,
            VpcSubnets = new SubnetSelection { SubnetType = SubnetType.PRIVATE_ISOLATED },
            SecurityGroups = [network.DatabaseGroup],
            AllocatedStorage = settings.DatabaseStorageGib,
            StorageType = StorageType.GP3,
            StorageEncrypted = true,
            StorageEncryptionKey = security.DataKey,
            MultiAz = true,
            DeletionProtection = true,
            BackupRetention = Duration.Days(14),
            PubliclyAccessible = false,
            IamAuthentication = true,
            RemovalPolicy = RemovalPolicy.SNAPSHOT,
        });
    }

    public IBucket Documents { get; }

    public IBucket Invoices { get; }

    public IBucket Uploads { get; }

    public IBucket Imports { get; }

    public ITable Orders { get; }

    public ITable Carts { get; }

    public IDatabaseInstance Ledger { get; }

    private Table CreateOrdersTable(OrdersSettings settings)
    {
        var props = new TableProps
        {
            PartitionKey = Text("orderId"),
            BillingMode = BillingMode.PAY_PER_REQUEST,
            Encryption = TableEncryption.AWS_MANAGED,
            DeletionProtection = settings.IsProduction,
        };
        props.PointInTimeRecovery = true;
        var table = new Table(this, "Orders", props);
        table.AddGlobalSecondaryIndex(new GlobalSecondaryIndexProps { IndexName = "byCustomer", PartitionKey = Text("customerId"), SortKey = Text("placedAt") });
        return table;
    }

    private static Amazon.CDK.AWS.DynamoDB.Attribute Text(string name) => new() { Name = name, Type = AttributeType.STRING };
}
