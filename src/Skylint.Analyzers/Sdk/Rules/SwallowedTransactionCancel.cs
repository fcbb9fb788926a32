using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A transaction that was cancelled, and nobody asks why.</summary>
internal sealed class SwallowedTransactionCancel : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2081",
        Key = "swallowed-transaction-cancel",
        Title = "Reasons of a cancelled transaction are ignored",
        Message = "A transaction is cancelled for failed conditions, and for conflicts, throttling and invalid items as well; read 'CancellationReasons' before taking it for one of them",
        Why = "Code that takes every cancellation for a failed condition tells callers that the item exists when the table was only busy, and so loses the write.",
        Category = Category.Operations,
        Level = Level.Info,
        NoFix = "Which reasons are expected, and what they mean, only the author knows.",
        References = new() { Links = ["https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html"] },
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnCatch((run, context, clause) =>
    {
        // A filter may ask; in a loop the transaction is tried again, which suits most of the reasons.
        if (clause.ExceptionType?.Name != "TransactionCanceledException" || clause.Filter is not null || clause.Syntax is not CatchClauseSyntax { Declaration: { } declaration } || clause.Parent is not ITryOperation @try || Surroundings.LoopAround(@try) is not null)
            return;
        if (AsksOrPassesOn(clause))
            return;
        SdkRun.Report(context, Rule, declaration.Type.GetLocation());
    });

    // Logged, wrapped or handed on, the exception takes its reasons along.
    private static bool AsksOrPassesOn(ICatchClauseOperation clause)
    {
        foreach (var operation in clause.Handler.Descendants())
        {
            if (operation is IThrowOperation || (operation is ILocalReferenceOperation local && clause.Locals.Contains(local.Local, SymbolEqualityComparer.Default)))
                return true;
        }

        return false;
    }
}
