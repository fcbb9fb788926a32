using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.SecretsManager;
using Constructs;

namespace OrdersInfra.Stacks;

/// <summary>Keys, secrets and the identities of those who deploy.</summary>
public sealed class SecurityStack : Stack
{
    public SecurityStack(Construct scope, string id, OrdersSettings settings)
        : base(scope, id)
    {
        DataKey = new Key(this, "DataKey", new KeyProps
        {
            Alias = $"alias/orders-{settings.Stage}-data",
            EnableKeyRotation = true,
        });

        MessageKey = new Key(this, "MessageKey", new KeyProps
        {
            Description = "Encrypts the queues and topics of the orders system",
        });

        PartnerSecret = new Secret(this, "PartnerSecret", new SecretProps
        {
            EncryptionKey = DataKey,
            GenerateSecretString = new SecretStringGenerator { ExcludePunctuation = true },
        });

        AddDeployer();
        AddMigrationRole();
    }

    public IKey DataKey { get; }

    public IKey MessageKey { get; }

    public ISecret PartnerSecret { get; }

    private void AddDeployer()
    {
        var deployer = new User(this, "Deployer");
        deployer.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["sts:AssumeRole"],
            Resources = [$"arn:aws:iam::{Account}:role/cdk-hnb659fds-deploy-role-{Account}-{Region}"],
        }));
        _ = new AccessKey(this, "DeployerKey", new AccessKeyProps { User = deployer });
    }

    private void AddMigrationRole()
    {
        var migration = new Role(this, "MigrationRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        migration.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Sid = "EverythingDuringMigration",
            Actions = ["*"],
            Resources = ["*"],
        }));
        DataKey.GrantEncryptDecrypt(migration);
    }
}
