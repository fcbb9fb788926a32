using Skylint.Catalog;

namespace Skylint.Text.Secrets;

/// <summary>The rules about secrets that stand in source text or configuration. No message of theirs holds any part of a value.</summary>
internal static class SecretRules
{
    public static Rule HardcodedCredentials { get; } = new()
    {
        Id = "SKY3005",
        Key = "hardcoded-credentials",
        Title = "AWS credentials are written in the code",
        Message = "The credentials given to '{0}' are written in the code; let the client use the role of the workload, and revoke the key",
        Why = "Whoever can read the repository, the assembly or a backup of either holds the key, for as long as nobody rotates it. Without credentials in the constructor the SDK finds the role of the function, task, instance or developer, whose keys last for hours.",
        Category = Category.Security,
        Level = Level.Warning,
        FixSummary = "Takes the credentials out of the call, so that the client looks along the default chain: role, profile, environment. The key itself stays in the history and must be revoked.",
        References = new References
        {
            Cwe = ["CWE-798"],
            Sonar = ["S6290", "S6418"],
            Links = ["https://docs.aws.amazon.com/sdk-for-net/v4/developer-guide/creds-assign.html"],
        },
    };

    public static Rule KeyShapedText { get; } = new()
    {
        Id = "SKY3006",
        Key = "access-key-in-text",
        Title = "Text has the shape of an AWS access key",
        Message = "This text has the shape of an AWS access key; revoke the key and take it out of the file",
        Why = "Keys in files are found by machines within minutes of being pushed. A key that has been in a repository must be revoked: deleting the line does not take it out of the history.",
        Category = Category.Security,
        Level = Level.Warning,
        NoFix = "The key has to be revoked first, and only its owner knows what replaces it.",
        References = new References
        {
            Cwe = ["CWE-798"],
            Sonar = ["S6290"],
            Links = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html"],
        },
    };

    public static Rule LongLivedCredentials { get; } = new()
    {
        Id = "SKY3007",
        Key = "long-lived-credentials",
        Title = "Client uses a long-lived access key",
        Message = "'{0}' is given an access key that does not expire; leave the credentials out so that the client uses the role of the workload, or assume a role with AssumeRoleAWSCredentials",
        Why = "A key of an IAM user works from anywhere until somebody revokes it, and configuration or environment variables pass it through many hands. A role's credentials are fetched where they are used and expire within hours.",
        Category = Category.Security,
        Level = Level.Info,
        FixSummary = "Takes the credentials out of the call, so that the client looks along the default chain: role, profile, environment.",
        References = new References
        {
            Cwe = ["CWE-798"],
            Links = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles"],
        },
    };

    public static IReadOnlyList<Rule> All { get; } = [HardcodedCredentials, KeyShapedText, LongLivedCredentials];
}
