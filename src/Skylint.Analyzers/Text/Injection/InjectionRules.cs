using Skylint.Catalog;

namespace Skylint.Text.Injection;

/// <summary>The rules about command lines and policies that are built from text.</summary>
internal static class InjectionRules
{
    internal const string Sanitizers = "sanitizers";
    internal const string Unknown = "unknown";

    private static readonly RuleOption s_sanitizers = new(Sanitizers, "", "Names of methods whose result is safe, such as a quoting method of your own: Method or Type.Method.");

    public static Rule CommandLine { get; } = new()
    {
        Id = "SKY3008",
        Key = "command-line-from-text",
        Title = "Command line is built from values",
        Message = "'{0}' becomes part of the command line ({1}); {2}",
        Why = "A command line is taken apart at spaces and quotes: a value with either becomes several arguments, or an option that changes what the program does. Values in ArgumentList arrive as they are.",
        Category = Category.Security,
        Level = Level.Warning,
        FixSummary = "Hands the arguments over as a list, each value as one argument. Shells are left alone: they read their argument once more.",
        Options =
        [
            s_sanitizers,
            new(Unknown, "suggestion", "What to do about values that are not known to come from a request: warning, suggestion or none."),
        ],
        References = new References
        {
            Cwe = ["CWE-78", "CWE-88"],
            Sonar = ["S2076"],
            Links = ["https://learn.microsoft.com/dotnet/api/system.diagnostics.processstartinfo.argumentlist"],
        },
    };

    public static Rule Policy { get; } = new()
    {
        Id = "SKY3009",
        Key = "policy-from-request",
        Title = "Policy text is built from a request",
        Message = "'{0}' becomes part of the policy ({1}); check it against a fixed list or a pattern without quotes and wildcards, and write the policy with a JSON serializer",
        Why = "A quote in the value can add statements to the policy, and a '*' widens the resource that it was meant to name: whoever sends the request chooses what is allowed.",
        Category = Category.Security,
        Level = Level.Warning,
        NoFix = "Which values are right is for the program to say: a serializer would keep the JSON whole but not the wildcards out.",
        Options = [s_sanitizers],
        References = new References
        {
            Cwe = ["CWE-74"],
            Links = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_session-tags.html"],
        },
    };

    public static IReadOnlyList<Rule> All { get; } = [CommandLine, Policy];
}
