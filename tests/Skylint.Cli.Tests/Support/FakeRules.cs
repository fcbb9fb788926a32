using Skylint.Catalog;

namespace Skylint.Cli.Tests.Support;

/// <summary>Rules about calls by name: each of them reports calls of the method that its title names.</summary>
internal static class FakeRules
{
    /// <summary>A warning; fixed by calling <c>Safe</c>.</summary>
    public static readonly Rule Danger = Make("SKY7001", "DangerCalled", "Danger", Level.Warning, Category.Security) with
    {
        FixSummary = "Call Safe",
        References = new References { CdkNag = ["AwsSolutions-X1"], Cwe = ["CWE-1"], SecurityHub = ["X.1"] },
    };

    /// <summary>A suggestion; its fix calls what does not exist.</summary>
    public static readonly Rule Unfixable = Make("SKY7002", "UnfixableCalled", "Unfixable", Level.Info, Category.Reliability) with { FixSummary = "Call Missing" };

    /// <summary>Off by default, and of a compliance pack.</summary>
    public static readonly Rule Quiet = Make("SKY7003", "QuietCalled", "Quiet", Level.Off, Category.Cost) with
    {
        NoFix = "Only the owner can decide.",
        References = new References { CdkNag = ["HIPAA.Security-X1", "HIPAA.Security-S3DefaultEncryptionKMS"] },
        Options = [new RuleOption("limit", "3", "How many are fine.")],
    };

    /// <summary>Says which additional files it was given.</summary>
    public static readonly Rule Files = Make("SKY7004", "FilesCalled", "Files", Level.Warning, Category.Operations);

    /// <summary>Its analyzer throws.</summary>
    public static readonly Rule Crash = Make("SKY7005", "CrashCalled", "Crash", Level.Warning, Category.Operations);

    public static IReadOnlyList<Rule> All { get; } = [Danger, Unfixable, Quiet, Files, Crash];

    private static Rule Make(string id, string key, string method, Level level, Category category) => new()
    {
        Id = id,
        Key = key,
        Title = $"{method} is called",
        Message = "'{0}' is called; do not",
        Why = $"Calls of {method} break.",
        Category = category,
        Level = level,
    };
}
