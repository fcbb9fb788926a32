using Skylint.Catalog;

namespace Skylint.Text.Secrets;

/// <summary>The rules about secrets that stand in source text or configuration. No message of theirs holds any part of a value.</summary>
internal static class SecretRules
{
    internal const string Tests = "tests";

    private const string OwnersChoice = "The secret has to be changed first, and only its owner knows which store or role the new one is to come from.";

    private static readonly RuleOption s_tests = new(Tests, "false", "Whether to report in test code too: projects that reference a test framework, and files that use one.");

    public static Rule HardcodedCredentials { get; } = new()
    {
        Id = "SKY3005",
        Key = "hardcoded-credentials",
        Title = "AWS credentials are written in the code",
        Message = "The credentials given to '{0}' are written in the code; let the client use the role of the workload, and revoke the key",
        Why = "Whoever can read the repository, the assembly or a backup of either holds the key, for as long as nobody rotates it. Without credentials in the constructor the SDK finds the role of the function, task, instance or developer, whose keys last for hours.",
        Category = Category.Security,
        HidesSource = true,
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
        HidesSource = true,
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

    public static Rule HardcodedPassword { get; } = new()
    {
        Id = "SKY3012",
        Key = "hardcoded-password",
        Title = "Password is written in code or settings",
        Message = "The password for '{0}' is written in this file; change it, and read the new one from AWS Secrets Manager when it is needed",
        Why = "Whoever can read the repository, the assembly or a backup of either has the password, in every environment that the code runs in, and changing it takes a release.",
        Category = Category.Security,
        HidesSource = true,
        Level = Level.Warning,
        NoFix = OwnersChoice,
        Options = [s_tests],
        References = new References
        {
            Cwe = ["CWE-259", "CWE-798"],
            Sonar = ["S2068"],
            Links = ["https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets-net.html"],
        },
    };

    public static Rule HardcodedCryptoKey { get; } = new()
    {
        Id = "SKY3013",
        Key = "hardcoded-crypto-key",
        Title = "Cryptographic key is written in the code",
        Message = "The key given to '{0}' is written in the code; use a key of AWS KMS, or read the key from AWS Secrets Manager",
        Why = "Whoever has the assembly has the key: what it encrypts can be read, and what it signs can be forged. A key in the code is the same in all environments and cannot be rotated without a release.",
        Category = Category.Security,
        HidesSource = true,
        Level = Level.Warning,
        NoFix = "What was encrypted or signed with the key depends on it: the new key, and how to move to it, is a decision of the key's owner.",
        Options = [s_tests],
        References = new References
        {
            Cwe = ["CWE-321", "CWE-798"],
            Sonar = ["S6781"],
            Links = ["https://docs.aws.amazon.com/kms/latest/developerguide/overview.html"],
        },
    };

    public static Rule ConnectionStringPassword { get; } = new()
    {
        Id = "SKY3014",
        Key = "connection-string-password",
        Title = "Connection string holds a password",
        Message = "The connection string or address for '{0}' holds a password; let the application log in with IAM authentication, or read the password from AWS Secrets Manager",
        Why = "A connection string travels with the code or the configuration into repositories, images and logs, and the password in it opens the data to whoever finds it there. RDS and Aurora accept tokens of a role that last for minutes.",
        Category = Category.Security,
        HidesSource = true,
        Level = Level.Warning,
        NoFix = OwnersChoice,
        Options = [s_tests],
        References = new References
        {
            Cwe = ["CWE-259", "CWE-798"],
            Sonar = ["S2068"],
            Links = ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html"],
        },
    };

    public static Rule HardcodedToken { get; } = new()
    {
        Id = "SKY3015",
        Key = "hardcoded-token",
        Title = "Token or API key is written in code or settings",
        Message = "The token for '{0}' is written in this file; revoke it, and read a new one from AWS Secrets Manager when it is needed",
        Why = "A token is all that its service asks for: whoever can read the repository or the assembly acts in your name, until somebody revokes it.",
        Category = Category.Security,
        HidesSource = true,
        Level = Level.Warning,
        NoFix = OwnersChoice,
        Options = [s_tests],
        References = new References
        {
            Cwe = ["CWE-798"],
            Sonar = ["S6418"],
            Links = ["https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets-net.html"],
        },
    };

    public static Rule PrivateKeyText { get; } = new()
    {
        Id = "SKY3016",
        Key = "private-key-in-text",
        Title = "Private key stands in a file",
        Message = "A private key stands in this file; replace the key pair, and keep the new private key in AWS KMS or AWS Secrets Manager",
        Why = "Whoever has the private key can take the place of its owner: log in, sign or decrypt. A key that has been in a repository must be replaced, because deleting the line does not take it out of the history.",
        Category = Category.Security,
        HidesSource = true,
        Level = Level.Warning,
        Options = [s_tests],
        NoFix = "The key pair has to be replaced first, and only its owner knows where the certificate or the public key is in use.",
        References = new References
        {
            Cwe = ["CWE-321", "CWE-798"],
            Sonar = ["S6706"],
            Links = ["https://docs.aws.amazon.com/secretsmanager/latest/userguide/intro.html"],
        },
    };

    public static IReadOnlyList<Rule> All { get; } =
        [HardcodedCredentials, KeyShapedText, LongLivedCredentials, HardcodedPassword, HardcodedCryptoKey, ConnectionStringPassword, HardcodedToken, PrivateKeyText];
}
