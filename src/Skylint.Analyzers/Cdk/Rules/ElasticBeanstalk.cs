using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about AWS Elastic Beanstalk: its settings are a list of names and values, of the environment or of the template that it is made from.</summary>
internal static class ElasticBeanstalk
{
    private const string Environment = "Amazon.CDK.AWS.ElasticBeanstalk.CfnEnvironment";
    private const string Template = "Amazon.CDK.AWS.ElasticBeanstalk.CfnConfigurationTemplate";

    public static readonly ConstructRule LogsToS3 = new()
    {
        Id = "SKY1172",
        Key = "ElasticBeanstalkEC2InstanceLogsToS3",
        Title = "Beanstalk logs vanish with their instance",
        Message = "{0} does not keep rotated logs in S3; switch LogPublicationControl on",
        Why = "An environment that scales in or replaces an instance deletes its logs, often those of the very instance that failed.",
        Category = Category.Operations,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-EB4"], SecurityHub = ["ElasticBeanstalk.3"], Cwe = ["CWE-778"] },
        CfnProperties = ["OptionSettings"],
        Targets = [Target.Of(Environment, Has(Setting("aws:elasticbeanstalk:hostmanager", "LogPublicationControl", "true")), Set("Keep rotated logs in S3", ("aws:elasticbeanstalk:hostmanager", "LogPublicationControl", "true")))],
    };

    public static readonly ConstructRule EnhancedHealth = new()
    {
        Id = "SKY1173",
        Key = "ElasticBeanstalkEnhancedHealthReportingEnabled",
        Title = "Beanstalk reports only basic health",
        Message = "{0} reports only whether its load balancer is content; set SystemType to enhanced",
        Why = "Enhanced health looks at the operating system and at each request, notices a deployment that goes wrong and can stop it. Basic health knows only whether an instance answers.",
        Category = Category.Operations,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-ElasticBeanstalkEnhancedHealthReportingEnabled", "NIST.800.53.R5-ElasticBeanstalkEnhancedHealthReportingEnabled"],
            SecurityHub = ["ElasticBeanstalk.1"],
        },
        CfnProperties = ["OptionSettings"],
        Targets =
        [
            Target.Of(
                Environment,
                Has(Setting("aws:elasticbeanstalk:healthreporting:system", "SystemType", "enhanced")),
                Set("Report enhanced health", ("aws:elasticbeanstalk:healthreporting:system", "SystemType", "enhanced"))),
        ],
    };

    public static readonly ConstructRule ManagedUpdates = new()
    {
        Id = "SKY1174",
        Key = "ElasticBeanstalkManagedUpdatesEnabled",
        Title = "Beanstalk platform is not kept up to date",
        Message = "{0} does not install platform updates by itself; switch managed updates on",
        Why = "Platform updates carry the security fixes of the operating system, the web server and the runtime. Without managed updates they wait until somebody thinks of them.",
        Category = Category.Security,
        Level = Level.Info,
        References = new References
        {
            CdkNag = ["AwsSolutions-EB3", "HIPAA.Security-ElasticBeanstalkManagedUpdatesEnabled", "NIST.800.53.R5-ElasticBeanstalkManagedUpdatesEnabled"],
            Cwe = ["CWE-1104"],
        },
        CfnProperties = ["OptionSettings"],
        Targets =
        [
            Target.Of(
                Environment,
                AllOf(
                    Has(Setting("aws:elasticbeanstalk:managedactions", "ManagedActionsEnabled", "true")),
                    Has(Setting("aws:elasticbeanstalk:managedactions:platformupdate", "UpdateLevel", "minor", "patch"))),
                Set(
                    "Install minor updates on Sundays at 2:00 UTC",
                    ("aws:elasticbeanstalk:managedactions", "ManagedActionsEnabled", "true"),
                    ("aws:elasticbeanstalk:managedactions", "PreferredStartTime", "Sun:02:00"),
                    ("aws:elasticbeanstalk:managedactions:platformupdate", "UpdateLevel", "minor"))),
        ],
    };

    public static readonly ConstructRule VpcSpecified = new()
    {
        Id = "SKY1175",
        Key = "ElasticBeanstalkVPCSpecified",
        Title = "Beanstalk runs in the default network",
        Message = "{0} runs in the default VPC; set VPCId in the namespace aws:ec2:vpc",
        Why = "The default VPC has only public subnets, and everything that states no network shares it.",
        NoFix = "Which network and subnets the environment belongs to is a decision that only the owner can make.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-EB1"], Cwe = ["CWE-284"] },
        CfnProperties = ["OptionSettings"],
        Targets = [Target.Of(Environment, Has(AllOf(Prop("Namespace").Is("aws:ec2:vpc"), Prop("OptionName").Is("VPCId"), Prop("Value").IsSet())))],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [LogsToS3, EnhancedHealth, ManagedUpdates, VpcSpecified];

    private static Requirement Has(Requirement setting) => AnyOf(
        Prop("OptionSettings").Some(setting),
        Prop("TemplateName").RefersTo(Template, Prop("OptionSettings").Some(setting)));

    private static Requirement Setting(string space, string name, params string[] values) =>
        AllOf(Prop("Namespace").Is(space), Prop("OptionName").Is(name), Prop("Value").IsOneOf(values));

    private static Fix Set(string title, params (string Space, string Name, string Value)[] settings) => Fix.Append(
        "OptionSettings",
        title,
        [.. settings.Select(s => $"new {Environment}.OptionSettingProperty {{ Namespace = \"{s.Space}\", OptionName = \"{s.Name}\", Value = \"{s.Value}\" }}")]);
}
