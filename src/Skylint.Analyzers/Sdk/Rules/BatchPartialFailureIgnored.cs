using Microsoft.CodeAnalysis;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A batch call whose answer lists what failed, and nobody reads the list.</summary>
internal sealed class BatchPartialFailureIgnored : SdkRule
{
    private static readonly string[] s_prefixes = ["Unprocessed", "Failed", "Failures", "Rejected", "Unsuccessful"];
    private static readonly string[] s_entries = ["Entries", "Records", "RequestResponses", "Successful", "Errors"];

    public override Rule Rule { get; } = new()
    {
        Id = "SKY2008",
        Key = "batch-partial-failure-ignored",
        Title = "Partial failure of a batch is not looked at",
        Message = "'{0}' succeeds even when some entries fail, and lists them in '{1}' which nobody reads; send those again or throw",
        Why = "A batch call throws only when the whole batch fails. Entries that were throttled or refused are in the response, and a caller that does not look loses them without a trace. The status code says nothing about it.",
        Category = Category.Reliability,
        Level = Level.Warning,
        FixSummary = "Throws when the response says that entries failed.",
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnOperation((run, context, call) =>
    {
        if (FailureMember(call) is not { } failures)
            return;
        var use = call.Result;
        if (use.Escapes || !use.IsAwaited && call.IsAsync || use.IsRead(failures.Name) || use.IsAnyRead(IsFailure))
            return;
        // What became of each entry can be read from the entries as well, but what a batch read found says nothing about what it left out.
        if (use.IsAnyRead(member => Array.IndexOf(s_entries, member) >= 0) || (call.Name.Contains("Statement") && use.IsRead("Responses")))
            return;
        SdkRun.Report(context, Rule, call.NameLocation, failures.Name, [call.Name, failures.Name]);
    });

    /// <summary>The member that lists or counts what failed; null for operations that fail as a whole or not at all.</summary>
    private static IPropertySymbol? FailureMember(OperationCall call)
    {
        if (!IsBatch(call.Name))
            return null;
        for (ITypeSymbol? type = call.Response; type is not null; type = type.BaseType)
        {
            foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
            {
                if (IsFailure(property.Name) && !property.IsStatic && property.DeclaredAccessibility == Accessibility.Public)
                    return property;
            }
        }

        return null;
    }

    /// <summary>True for the name of a member that lists or counts what failed.</summary>
    public static bool IsFailure(string member) => Array.Exists(s_prefixes, prefix => member.StartsWith(prefix, StringComparison.Ordinal));

    private static bool IsBatch(string operation) =>
        operation.StartsWith("Batch", StringComparison.Ordinal) || operation.EndsWith("Batch", StringComparison.Ordinal)
        || operation is "PutEvents" or "PutRecords" or "PutLogEvents" or "PutTargets" or "RemoveTargets" or "RunTask" or "StartTask";
}
