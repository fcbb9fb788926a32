using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about AWS WAF.</summary>
internal static class Waf
{
    public static readonly ConstructRule Logging = new()
    {
        Id = "SKY1094",
        Key = "WAFv2LoggingEnabled",
        Title = "Web ACL keeps no log",
        Message = "{0} keeps no log of what it refuses; add a CfnLoggingConfiguration",
        Why = "Without a log nobody can tell whether a rule stops attackers or customers, nor what was tried before an attack succeeded.",
        NoFix = "Where the log goes is for the team to say, and the name of the destination has to begin with aws-waf-logs-.",
        Category = Category.Operations,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-WAFv2LoggingEnabled", "NIST.800.53.R4-WAFv2LoggingEnabled", "NIST.800.53.R5-WAFv2LoggingEnabled", "PCI.DSS.321-WAFv2LoggingEnabled"],
            SecurityHub = ["WAF.11"],
            Sonar = ["S6258"],
            Cwe = ["CWE-778"],
        },
        Targets = [Target.Of("Amazon.CDK.AWS.WAFv2.CfnWebACL", CompletedBy("Amazon.CDK.AWS.WAFv2.CfnLoggingConfiguration", "Amazon.CDK.AWS.WAFv2.CfnLoggingConfigurationProps"))],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [Logging];
}
