using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>Every error of a service, or its throttling, thrown away.</summary>
internal sealed class SwallowedSdkException : SdkRule
{
    private static readonly string[] s_throttling = ["ProvisionedThroughputExceededException", "TooManyRequestsException", "ThrottlingException", "RequestLimitExceededException", "LimitExceededException", "ThrottledException"];

    public override Rule Rule { get; } = new()
    {
        Id = "SKY2021",
        Key = "swallowed-sdk-exception",
        Title = "Service error is swallowed",
        Message = "Catching '{0}' and {1} hides throttling, missing permissions and outages; catch the one error that is expected, or rethrow",
        Why = "The base exception stands for everything that can go wrong. Code that catches it and carries on takes an outage or a missing permission for an empty answer, and loses writes without a trace.",
        Category = Category.Reliability,
        Level = Level.Warning,
        FixSummary = "Rethrows.",
        References = new() { Cwe = ["CWE-390"], Sonar = ["S7619"] },
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnCatch((run, context, clause) =>
    {
        if (clause.Filter is not null || clause.Syntax is not CatchClauseSyntax { Declaration: { } declaration } syntax || !IsBroad(clause.ExceptionType) || Consequence(clause.Handler) is not { } consequence)
            return;
        // A comment says that it is meant; clean-up is best effort.
        if (syntax.Block.DescendantTrivia().Any(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia)) || IsCleanUp(clause, context.ContainingSymbol))
            return;
        SdkRun.Report(context, Rule, declaration.Type.GetLocation(), clause.ExceptionType.Name, consequence);
    });

    // AmazonServiceException, AmazonS3Exception ...: the base of all errors, or of all of one service.
    private static bool IsBroad(ITypeSymbol exception) =>
        (exception.Name.StartsWith("Amazon", StringComparison.Ordinal) && exception.ContainingNamespace.Name != "Model") || Array.IndexOf(s_throttling, exception.Name) >= 0;

    private static string? Consequence(IBlockOperation handler) => handler.Operations switch
    {
        { Length: 0 } => "doing nothing",
        { Length: 1 } only when only[0] is IReturnOperation { ReturnedValue: { } value } && IsNothing(value.Unwrapped()) => "returning as if there were nothing",
        _ => null,
    };

    // null, false, default, an empty collection: what a caller takes for "not there".
    private static bool IsNothing(IOperation value) =>
        value.IsNull() || value.IsConstant(false) || value is IDefaultValueOperation
        || value is IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null, Type.Name: "List" or "Dictionary" or "HashSet" }
        || value is IInvocationOperation { TargetMethod: { Name: "Empty", IsStatic: true } }
        || value.Syntax is CollectionExpressionSyntax { Elements.Count: 0 };

    private static bool IsCleanUp(ICatchClauseOperation clause, ISymbol containing) =>
        containing.Name is "Dispose" or "DisposeAsync" || clause.Ancestors().Any(a => a is IBlockOperation { Parent: ITryOperation { Finally: { } last } } && last == a)
        || (clause.Parent is ITryOperation { Body: { } body } && body.Descendants().OfType<IInvocationOperation>().Any(i => i.TargetMethod.Name.StartsWith("Delete", StringComparison.Ordinal) || i.TargetMethod.Name.StartsWith("Abort", StringComparison.Ordinal)));
}
