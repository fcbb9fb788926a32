using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about AWS Secrets Manager.</summary>
internal static class SecretsManager
{
    private const string Namespace = "Amazon.CDK.AWS.SecretsManager.";
    private const string Secret = Namespace + "Secret";
    private const string CfnSecret = Namespace + "CfnSecret";
    private const string DatabaseSecret = "Amazon.CDK.AWS.RDS.DatabaseSecret";

    private static readonly string[] s_databases =
    [
        "Amazon.CDK.AWS.RDS.DatabaseInstance", "Amazon.CDK.AWS.RDS.DatabaseCluster", "Amazon.CDK.AWS.RDS.ServerlessCluster",
    ];

    private static readonly Requirement s_rotates = AnyOf(
        Calls("AddRotationSchedule"),
        UsedBy(Namespace + "RotationSchedule", Namespace + "CfnRotationSchedule", Namespace + "CfnRotationScheduleProps", Namespace + "SecretRotation"),
        GivenTo("Amazon.CDK.AWS.RDS.DatabaseInstance", "AddRotationMultiUser"),
        GivenTo("Amazon.CDK.AWS.RDS.DatabaseCluster", "AddRotationMultiUser"),
        That((_, secret) => MayRotateElsewhere(secret)));

    private static readonly string[] s_rotations = ["AddRotationSchedule", "AddRotationSingleUser", "AddRotationMultiUser", "RotationSchedule", "CfnRotationSchedule", "SecretRotation"];

    private static readonly Fix s_ownKey = Fix.Set(
        "EncryptionKey",
        "new Amazon.CDK.AWS.KMS.Key({scope}, \"{id}Key\", new Amazon.CDK.AWS.KMS.KeyProps { EnableKeyRotation = true })",
        "Encrypt with a key of your own (costs extra)");

    public static readonly ConstructRule Rotation = new()
    {
        Id = "SKY1151",
        Key = "SecretsManagerRotationEnabled",
        Title = "Secret is never changed",
        Message = "{0} keeps its secret for ever; rotate it, with AddRotationSchedule or AddRotationSingleUser",
        Why = "A secret that leaks works until somebody changes it, and by hand nobody does. Rotation limits the time that a stolen one is worth anything.",
        NoFix = "Rotation needs a function that can reach what the secret is for, and clients that read it anew.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["AwsSolutions-SMG4", "HIPAA.Security-SecretsManagerRotationEnabled", "NIST.800.53.R5-SecretsManagerRotationEnabled"],
            SecurityHub = ["SecretsManager.1"],
            Guard = ["SECRETSMANAGER_ROTATION_ENABLED_CHECK"],
            Cwe = ["CWE-262"],
        },
        Targets =
        [
            Target.Of([Secret, DatabaseSecret, CfnSecret], s_rotates),
            // A database that is not given a secret makes one.
            Target.Of(
                s_databases,
                When(
                    AnyOf(Prop("Credentials").IsUnset(), Prop("Credentials").Test(MakesSecret, Default.Violates)),
                    AnyOf(Calls("AddRotationSingleUser"), Prop("ManageMasterUserPassword").IsTrue()))),
        ],
    };

    public static readonly ConstructRule OwnKey = new()
    {
        Id = "SKY1152",
        Key = "SecretsManagerUsingKMSKey",
        Title = "Secret is not encrypted with a key of yours",
        Message = "{0} is encrypted with the key that AWS keeps for all secrets; set EncryptionKey",
        Why = "The key of AWS decrypts for everybody in the account who may read the secret, and it cannot be shared with another account or taken away. A key of your own is a second lock with its own policy and audit trail.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-SecretsManagerUsingKMSKey", "NIST.800.53.R5-SecretsManagerUsingKMSKey", "PCI.DSS.321-SecretsManagerUsingKMSKey"],
            Checkov = ["CKV_AWS_149"],
            Trivy = ["AWS-0098"],
            Guard = ["SECRETSMANAGER_USING_CMK"],
            Cwe = ["CWE-311"],
        },
        CfnProperties = ["KmsKeyId"],
        Targets =
        [
            Target.Of([Secret, DatabaseSecret], Prop("EncryptionKey").IsSet(), s_ownKey),
            Target.Of(
                CfnSecret,
                AllOf(Prop("KmsKeyId").IsSet(), Prop("KmsKeyId").Test(key => key is ConstantValue { Constant: string name } && name.EndsWith("aws/secretsmanager", StringComparison.Ordinal) ? Outcome.Violated : Outcome.Satisfied, Default.Violates)),
                Fix.Set("KmsKeyId", "new Amazon.CDK.AWS.KMS.Key({scope}, \"{id}Key\", new Amazon.CDK.AWS.KMS.KeyProps { EnableKeyRotation = true }).KeyArn", "Encrypt with a key of your own (costs extra)")),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [Rotation, OwnKey];

    private static Outcome MakesSecret(Value credentials) => credentials switch
    {
        CallValue { Method: { Name: "FromGeneratedSecret", ContainingType.Name: "Credentials" } } => Outcome.Satisfied,
        CallValue { Method: { Name: "FromUsername", ContainingType.Name: "Credentials" }, Arguments.Count: 1 } => Outcome.Satisfied,
        CallValue { Method.ContainingType.Name: "Credentials" } => Outcome.Violated,
        _ => Outcome.Unknown,
    };

    // A secret that is given to a database, or attached to one, is rotated by it, or by what attaching returned.
    private static Verdict MayRotateElsewhere(Construct secret) =>
        s_rotations.Any(secret.Cdk.Index.Mentions) && (secret.Escapes || secret.Usages.Any(u => u.Member?.Name is "Attach" or "FromSecret")) ? Verdict.Unknown : Verdict.Violated;
}
