using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A client that is made anew for each event, request or turn of a loop.</summary>
internal sealed class ClientCreatedPerCall : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2011",
        Key = "client-created-per-call",
        Title = "Client is created for every call",
        Message = "'{0}' is created {1}; create it once and keep it",
        Why = "A client resolves credentials, region and endpoint and builds its pipeline and connections when it is created and first used. Made anew each time, that is paid each time, and connections are never reused. Clients are thread-safe and meant to be shared.",
        Category = Category.Performance,
        Level = Level.Warning,
        FixSummary = "Keeps the client in a static field.",
        References = new() { Sonar = ["S6243"] },
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnCreation((run, context, creation, kind) =>
    {
        if (kind != SdkKind.Client || IsKept(creation) || DependsOnCall(creation))
            return;
        var place = PlaceOf(run, creation, context.ContainingSymbol);
        if (place is not null)
            SdkRun.Report(context, Rule, creation.NameLocation(), creation.Type!.Name, place);
    });

    private static string? PlaceOf(SdkRun run, IObjectCreationOperation creation, ISymbol containing)
    {
        if (Surroundings.LoopAround(creation) is not null)
            return "in a loop";
        if (containing is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method)
            return null;
        switch (run.Surroundings.HandlerOf(creation, method))
        {
            case HandlerKind.Lambda:
                return "in every invocation of the Lambda function";
            case HandlerKind.Web:
                return "for every web request";
            default:
                return IsFactory(method) || creation.Ancestors().Any(a => a is IAnonymousFunctionOperation) || !IsCalledByHandler(run, method) ? null : "in every invocation of the Lambda function";
        }
    }

    // One hop: the method that a handler of the same type calls.
    private static bool IsCalledByHandler(SdkRun run, IMethodSymbol method)
    {
        foreach (var handler in method.ContainingType.GetMembers().OfType<IMethodSymbol>())
        {
            if (run.Surroundings.HandlerOf(handler) != HandlerKind.Lambda)
                continue;
            foreach (var reference in handler.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax().DescendantNodes().OfType<InvocationExpressionSyntax>().Any(i => (i.Expression as IdentifierNameSyntax ?? (i.Expression as MemberAccessExpressionSyntax)?.Name as IdentifierNameSyntax)?.Identifier.ValueText == method.Name))
                    return true;
            }
        }

        return false;
    }

    private static bool IsFactory(IMethodSymbol method) =>
        method.Name.StartsWith("Create", StringComparison.Ordinal) || method.Name.StartsWith("Build", StringComparison.Ordinal) || method.Name.StartsWith("Get", StringComparison.Ordinal) || method.Name.StartsWith("Make", StringComparison.Ordinal);

    /// <summary>True when the client is stored, returned or remembered, so that it may outlive the call.</summary>
    private static bool IsKept(IObjectCreationOperation creation)
    {
        IOperation at = creation;
        while (at.Parent is IConversionOperation or IParenthesizedOperation)
            at = at.Parent;
        switch (at.Parent)
        {
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                // A local that is put somewhere is kept as well.
                return BodyIndex.Of(creation).References(declarator.Symbol).Any(IsStored);
            case IUsingOperation:
            case IInvocationOperation call when call.Instance == at:
                return false;
            case IArgumentOperation { Parent: IObjectCreationOperation }:
                return false;
            default:
                return true;
        }
    }

    private static bool IsStored(IOperation reference)
    {
        while (reference.Parent is IConversionOperation)
            reference = reference.Parent;
        return reference.Parent switch
        {
            IAssignmentOperation assignment => assignment.Value == reference,
            IReturnOperation or IArrayInitializerOperation or ITupleOperation => true,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd" or "GetOrAdd" or "Enqueue" or "Push" or "Set" or "AddSingleton" } } => true,
            _ => false,
        };
    }

    /// <summary>True when credentials, region or configuration come from the call itself, so that one client cannot serve all calls.</summary>
    private static bool DependsOnCall(IObjectCreationOperation creation)
    {
        var pending = new Stack<IOperation>(creation.Arguments);
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        while (pending.Count > 0)
        {
            foreach (var operation in pending.Pop().DescendantsAndSelf())
            {
                switch (operation)
                {
                    case IParameterReferenceOperation or IAwaitOperation or IInvocationOperation:
                        return true;
                    case ILocalReferenceOperation local when seen.Add(local.Local):
                        var values = BodyIndex.Of(creation).Values(local.Local);
                        if (values.Count == 0)
                            return true;
                        foreach (var value in values)
                            pending.Push(value);
                        break;
                }
            }
        }

        return false;
    }
}
