using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>Every answer of a service, written to the log.</summary>
internal sealed class ResponseLogging : SettingRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2057",
        Key = "sdk-response-logging",
        Title = "Responses of services are logged",
        Message = "'{0}' writes what services answer to the log, secrets and personal data included; log errors only",
        Why = "Responses hold whatever is stored: secrets, tokens, customers' data. In the log they are read by more people, kept longer, and copied to more places than the store allows.",
        Category = Category.Security,
        Level = Level.Info,
        FixSummary = "Logs responses on errors only, or switches the logging off.",
        References = new() { Cwe = ["CWE-532"] },
    };

    public override bool IsQuietInTests => true;

    protected override IReadOnlyList<string> Properties => ["LogResponses", "LogResponse"];

    protected override SettingFinding? Judge(SdkRun run, OperationAnalysisContext context, PropertySet set)
    {
        if (set.Property.Name == "LogResponses")
            return set.Value.StaticMember() is { Name: "Always", ContainingType.Name: "ResponseLoggingOption" } && !IsInDebug(set) ? new SettingFinding("Amazon.ResponseLoggingOption.OnError", "LogResponses = Always") : null;
        return run.Sdk.KindOf(set.Owner) == SdkKind.Config && set.Value.IsConstant(true) && !IsInDebug(set) ? new SettingFinding(Remove, "LogResponse = true") : null;
    }

    // Between #if DEBUG and #endif.
    private static bool IsInDebug(PropertySet set)
    {
        var text = set.Assignment.Syntax.SyntaxTree;
        var position = set.Assignment.Syntax.SpanStart;
        var depth = 0;
        foreach (var trivia in text.GetRoot().DescendantTrivia(n => n.ContainsDirectives, descendIntoTrivia: false))
        {
            if (trivia.SpanStart > position)
                break;
            if (trivia.IsKind(SyntaxKind.IfDirectiveTrivia) && (depth > 0 || trivia.ToString().Contains("DEBUG")))
                depth++;
            else if (trivia.IsKind(SyntaxKind.EndIfDirectiveTrivia) && depth > 0)
                depth--;
        }

        return depth > 0;
    }
}
