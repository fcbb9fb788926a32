using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A collection that lives as long as the environment and grows with each invocation.</summary>
internal sealed class LambdaStaticState : SdkRule
{
    private static readonly string[] s_growing = ["Add", "AddRange", "Append", "AppendLine", "Enqueue", "Push"];

    public override Rule Rule { get; } = new()
    {
        Id = "SKY2039",
        Key = "lambda-static-state",
        Title = "Lambda function keeps what an invocation left behind",
        Message = "'{0}' grows with every invocation and hands one caller's data to the next; make it a local, or clear it first",
        Why = "An environment serves one invocation after the other, and its fields live on in between. What an earlier invocation added is still there: results are mixed up, work is done twice, and memory grows until the environment is killed.",
        Category = Category.Reliability,
        Level = Level.Warning,
        NoFix = "Whether the collection belongs into the handler or has to be emptied, only its use tells.",
    };

    public override bool IsQuietInTests => true;

    public override bool AppliesTo(SdkRun run) => run.Surroundings.KnowsLambda && base.AppliesTo(run);

    public override void Subscribe(SdkSubscriptions to)
    {
        foreach (var method in s_growing)
        {
            to.OnInvocation(method, (run, context, call) =>
            {
                if (call.Instance?.Unwrapped() is not IFieldReferenceOperation { Field: var field } || !IsGrowing(field.Type) || field.DeclaringSyntaxReferences.Length != 1)
                    return;
                if (run.Surroundings.HandlerOf(call, context.ContainingSymbol) != HandlerKind.Lambda || !SymbolEqualityComparer.Default.Equals(field.ContainingType, context.ContainingSymbol.ContainingType))
                    return;
                if (!IsEverEmptied(field))
                    SdkRun.Report(context, Rule, call.Instance.Syntax.GetLocation(), field.Name);
            });
        }
    }

    // Dictionaries and sets are caches and filters.
    private static bool IsGrowing(ITypeSymbol type) =>
        type.Name is "List" or "IList" or "ICollection" or "Queue" or "Stack" or "StringBuilder" or "ConcurrentBag" or "ConcurrentQueue" or "LinkedList"
        && type.ContainingNamespace is { } space && (space.Name is "Generic" or "Concurrent" or "Text");

    /// <summary>True when anything in the type may empty the collection or keep it small: another mention than adding and reading.</summary>
    private static bool IsEverEmptied(IFieldSymbol field)
    {
        foreach (var reference in field.ContainingType.DeclaringSyntaxReferences)
        {
            foreach (var name in reference.GetSyntax().DescendantNodes().OfType<IdentifierNameSyntax>())
            {
                if (name.Identifier.ValueText != field.Name)
                    continue;
                ExpressionSyntax at = name;
                if (at.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or IdentifierNameSyntax } own && own.Name == at)
                    at = own;
                switch (at.Parent)
                {
                    case MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } access when access.Expression == at:
                        if (Array.IndexOf(s_growing, member) < 0 && member is not ("ToString" or "ToArray" or "ToList" or "Select" or "AsReadOnly"))
                            return true;
                        break;
                    case ForEachStatementSyntax or ReturnStatementSyntax or InterpolationSyntax:
                        break;
                    default:
                        return true;
                }
            }
        }

        return false;
    }
}
