using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon EMR clusters. What they encrypt is said by a security configuration of their own.</summary>
internal static class Emr
{
    private const string Cluster = "Amazon.CDK.AWS.EMR.CfnCluster";
    private const string SecurityConfiguration = "Amazon.CDK.AWS.EMR.CfnSecurityConfiguration";
    private const string NeedsKeys = "Keys and certificates, and who may use them, are for the owner to provide.";

    public static readonly ConstructRule KeyPairOrKerberos = new()
    {
        Id = "SKY1176",
        Key = "EMRAuthEC2KeyPairOrKerberos",
        Title = "EMR cluster authenticates nobody",
        Message = "{0} has neither a key pair nor Kerberos; set Instances.Ec2KeyName or KerberosAttributes",
        Why = "Without either, nobody can sign in to the cluster's nodes in a way that says who it was, and jobs run as whoever reaches the cluster.",
        NoFix = "Key pairs and realms are for the owner to provide.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-EMR6"], Cwe = ["CWE-306"] },
        CfnProperties = ["KerberosAttributes", "Instances"],
        Targets = [Target.Of(Cluster, AnyOf(Prop("KerberosAttributes").IsSet(), Prop("Instances.Ec2KeyName").IsSet()))],
    };

    public static readonly ConstructRule EncryptionInTransit = new()
    {
        Id = "SKY1177",
        Key = "EMREncryptionInTransit",
        Title = "EMR cluster does not encrypt its traffic",
        Message = "{0} sends data between its nodes as plain text; refer to a security configuration that encrypts it",
        Why = "While a job shuffles, the data it works on crosses the network between the nodes; so do the pages of the cluster's web interfaces.",
        NoFix = NeedsKeys,
        Category = Category.Security,
        Level = Level.Info,
        References = new References { CdkNag = ["AwsSolutions-EMR5"], Trivy = ["AWS-0138"], Guard = ["EMR_SECURITY_CONFIG_ENABLED_AND_CONFIGURED_RULE"], Cwe = ["CWE-319"] },
        CfnProperties = ["SecurityConfiguration"],
        Targets = [Target.Of(Cluster, Configured("EnableInTransitEncryption", "InTransitEncryptionConfiguration.TLSCertificateConfiguration.CertificateProviderType"))],
    };

    public static readonly ConstructRule Kerberos = new()
    {
        Id = "SKY1178",
        Key = "EMRKerberosEnabled",
        Title = "EMR cluster does not use Kerberos",
        Message = "{0} does not use Kerberos; set KerberosAttributes",
        Why = "Without Kerberos the services of the cluster believe whatever user name a client states. Some compliance rules ask for it.",
        NoFix = "The realm and its passwords are for the owner to provide.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-EMRKerberosEnabled", "NIST.800.53.R4-EMRKerberosEnabled", "PCI.DSS.321-EMRKerberosEnabled"],
            Guard = ["EMR_KERBEROS_ENABLED"],
            Cwe = ["CWE-306"],
        },
        CfnProperties = ["KerberosAttributes"],
        Targets = [Target.Of(Cluster, Prop("KerberosAttributes").IsSet())],
    };

    public static readonly ConstructRule LocalDiskEncryption = new()
    {
        Id = "SKY1179",
        Key = "EMRLocalDiskEncryption",
        Title = "EMR cluster does not encrypt its disks",
        Message = "{0} writes data to its disks as plain text; refer to a security configuration that encrypts them",
        Why = "Jobs spill what they work on to the disks of the nodes, and HDFS keeps it there.",
        NoFix = NeedsKeys,
        Category = Category.Security,
        Level = Level.Info,
        References = new References { CdkNag = ["AwsSolutions-EMR4"], Trivy = ["AWS-0139", "AWS-0137"], Cwe = ["CWE-311"] },
        CfnProperties = ["SecurityConfiguration"],
        Targets = [Target.Of(Cluster, Configured("EnableAtRestEncryption", "AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration.EncryptionKeyProviderType"))],
    };

    public static readonly ConstructRule LogsInS3 = new()
    {
        Id = "SKY1180",
        Key = "EMRS3AccessLogging",
        Title = "EMR logs vanish with the cluster",
        Message = "{0} keeps its logs only on its nodes; set LogUri to a bucket",
        Why = "The logs are deleted with the cluster, and with them the reason why a job failed.",
        NoFix = "The bucket for the logs is for the owner to provide.",
        Category = Category.Operations,
        Level = Level.Info,
        References = new References { CdkNag = ["AwsSolutions-EMR2"], Cwe = ["CWE-778"] },
        CfnProperties = ["LogUri"],
        Targets = [Target.Of(Cluster, Prop("LogUri").IsSet())],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [KeyPairOrKerberos, EncryptionInTransit, Kerberos, LocalDiskEncryption, LogsInS3];

    private static Requirement Configured(string isOn, string provider) => Prop("SecurityConfiguration").RefersTo(SecurityConfiguration, Prop("SecurityConfiguration").Has(Settings(isOn, provider)), "Name");

    // The settings stand in a document of their own, inside EncryptionConfiguration; other tools read them without it.
    private static Requirement Settings(string isOn, string provider) => That((document, construct) => document switch
    {
        Model.MapValue => AnyOf(AllOf(Prop("EncryptionConfiguration." + isOn).IsTrue(), Prop("EncryptionConfiguration." + provider).IsSet()), AllOf(Prop(isOn).IsTrue(), Prop(provider).IsSet()))
            .Check(document, construct),
        _ => Verdict.Unknown,
    });
}
