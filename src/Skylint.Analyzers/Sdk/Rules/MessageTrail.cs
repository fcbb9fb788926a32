using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>
/// Follows the messages of a queue through the type that receives them. Whoever deletes a message or changes its visibility needs its receipt
/// handle, whatever the method is called; so as long as no handle is read and no message goes where this type does not show it, nobody can.
/// </summary>
internal sealed class MessageTrail(INamedTypeSymbol type)
{
    private const int MaxDepth = 4;

    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);
    private int _depth;

    /// <summary>Something of a message is read: its body, its attributes.</summary>
    public bool IsRead { get; private set; }

    /// <summary>True when a receipt handle is read, or a value that holds one goes out of sight.</summary>
    public bool Leaves(IOperation value)
    {
        while (true)
        {
            switch (value.Parent)
            {
                case IConversionOperation or IParenthesizedOperation or IAwaitOperation or ICoalesceOperation:
                    value = value.Parent;
                    continue;
                case IConditionalOperation conditional when conditional.Condition != value && conditional.Type is not null:
                    value = conditional;
                    continue;
                case IPropertyReferenceOperation { Property.Name: "ReceiptHandle" }:
                    return true;
                case IPropertyReferenceOperation property when property.Instance == value:
                    if (!Carries(property.Type))
                    {
                        IsRead |= IsMessage(value.Type);
                        return false;
                    }

                    value = property;
                    continue;
                case IInvocationOperation call when call.Instance == value:
                    if (LeavesByDelegates(call))
                        return true;
                    if (!Carries(call.Type))
                        return !IsInsertion(call.TargetMethod.Name) && call.TargetMethod.Name is not ("Remove" or "Contains" or "IndexOf") && call.Arguments.Any(a => Carries(a.Value.Type));
                    value = call;
                    continue;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType: var owner } call } when AwsSdk.IsNamed(owner, "System.Linq", "Enumerable") || AwsSdk.IsNamed(owner, "System.Threading.Tasks", "Parallel"):
                    if (LeavesByDelegates(call))
                        return true;
                    if (!Carries(call.Type))
                        return false;
                    value = call;
                    continue;
                // Kept in a list of the same body, which is followed in its turn.
                case IArgumentOperation { Parent: IInvocationOperation { Instance: ILocalReferenceOperation list, TargetMethod: { Name: var method, ContainingType: { IsGenericType: true, ContainingNamespace: { Name: "Generic" or "Concurrent" } } } } } when IsInsertion(method):
                    return LeavesAs(list.Local, value);
                case IArgumentOperation { Parent: IInvocationOperation call, Parameter: { } parameter }:
                    return LeavesBy(call.TargetMethod, parameter.Ordinal, value);
                case IConditionalAccessOperation access when access.Operation == value:
                    if (access.WhenNotNull.DescendantsAndSelf().Any(o => o is IConditionalAccessInstanceOperation && Operations.ConditionalReceiver(o) == value && Leaves(o)))
                        return true;
                    if (!Carries(access.Type))
                        return false;
                    value = access;
                    continue;
                // What stands behind ?. is the value of the whole, which is followed above.
                case IConditionalAccessOperation:
                    return false;
                case IForEachLoopOperation loop when loop.Collection == value:
                    return loop.Locals.Any(local => LeavesAs(local, value));
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return LeavesAs(declarator.Symbol, value);
                case ISimpleAssignmentOperation assignment when assignment.Value == value:
                    return assignment.Target switch
                    {
                        IDiscardOperation => false,
                        ILocalReferenceOperation local => LeavesAs(local.Local, value),
                        _ => true,
                    };
                case ISimpleAssignmentOperation assignment when assignment.Target == value:
                    return false;
                case IIsPatternOperation pattern when pattern.Value == value:
                    IsRead |= pattern.Pattern.DescendantsAndSelf().Any(p => p is IPropertySubpatternOperation { Member: IPropertyReferenceOperation { Property.ContainingType: var owner } } && IsMessage(owner));
                    return pattern.Pattern.DescendantsAndSelf().Any(p => p is IPropertySubpatternOperation { Member: IPropertyReferenceOperation { Property.Name: "ReceiptHandle" } } || (Declared(p) is { } local && Carries(local.Type) && LeavesAs(local, value)));
                case IReturnOperation @return:
                    return LeavesReturned(@return, value);
                case IBinaryOperation or IIsTypeOperation or IExpressionStatementOperation or IInterpolationOperation:
                    return false;
                default:
                    return true;
            }
        }
    }

    private bool LeavesAs(ISymbol symbol, IOperation where) =>
        _seen.Add(symbol) && BodyIndex.Of(where).References(symbol).Any(Leaves);

    /// <summary>The delegates that a call on messages is given: what they do with the messages counts as done here.</summary>
    private bool LeavesByDelegates(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.Unwrapped() is not IDelegateCreationOperation { Target: var target })
            {
                if (argument.Value.Type?.TypeKind == TypeKind.Delegate && !argument.Value.IsNull())
                    return true;
                continue;
            }

            switch (target)
            {
                case IAnonymousFunctionOperation function:
                    if (function.Symbol.Parameters.Any(p => Carries(p.Type) && LeavesAs(p, function)))
                        return true;
                    break;
                case IMethodReferenceOperation { Method: { } method }:
                    foreach (var parameter in method.Parameters)
                    {
                        if (Carries(parameter.Type) && LeavesBy(method, parameter.Ordinal, target))
                            return true;
                    }

                    break;
                default:
                    return true;
            }
        }

        return false;
    }

    /// <summary>A method of the same type that is given a message.</summary>
    private bool LeavesBy(IMethodSymbol method, int ordinal, IOperation where)
    {
        method = method.OriginalDefinition;
        if (method.MethodKind == MethodKind.LocalFunction)
            return LeavesAs(method.Parameters[ordinal], where);
        if (BodyOf(method, where) is not { } body)
            return true;
        if (!_seen.Add(method.Parameters[ordinal]))
            return false;
        _depth++;
        var leaves = BodyIndex.Of(body).References(method.Parameters[ordinal]).Any(Leaves);
        _depth--;
        return leaves;
    }

    private bool LeavesReturned(IOperation @return, IOperation value)
    {
        foreach (var ancestor in @return.Ancestors())
        {
            switch (ancestor)
            {
                // The result of Select and its like is followed where the call is.
                case IAnonymousFunctionOperation { Parent: IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType: var owner } } } }:
                    return !(AwsSdk.IsNamed(owner, "System.Linq", "Enumerable") && Carries(value.Type));
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return true;
            }
        }

        return LeavesToCallers(@return);
    }

    /// <summary>A private method that hands the messages to its callers, which are all in this file.</summary>
    private bool LeavesToCallers(IOperation @return)
    {
        if (@return.SemanticModel is not { } model || @return.Syntax.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } declaration || model.GetDeclaredSymbol(declaration) is not { DeclaredAccessibility: Accessibility.Private } method
            || method.ContainingType.DeclaringSyntaxReferences.Length != 1 || declaration.Parent is not TypeDeclarationSyntax owner || _depth >= MaxDepth)
            return true;
        if (!_seen.Add(method))
            return false;
        var mentions = owner.DescendantNodes().OfType<SimpleNameSyntax>().Where(n => n.Identifier.ValueText == method.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(n).Symbol?.OriginalDefinition, method)).ToList();
        _depth++;
        var leaves = mentions.Count == 0 || mentions.Any(m => CallOf(m) is not { } call || model.GetOperation(call) is not { } operation || Leaves(operation));
        _depth--;
        return leaves;
    }

    private static InvocationExpressionSyntax? CallOf(SimpleNameSyntax name) => name.Parent switch
    {
        InvocationExpressionSyntax call => call,
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Name == name => call,
        _ => null,
    };

    private IOperation? BodyOf(IMethodSymbol method, IOperation where)
    {
        if (_depth >= MaxDepth || method.IsVirtual || method.IsOverride || method.IsAbstract || !SymbolEqualityComparer.Default.Equals(method.ContainingType, type.OriginalDefinition) || method.DeclaringSyntaxReferences is not { Length: 1 } references)
            return null;
        var syntax = references[0].GetSyntax();
        return where.SemanticModel is { } model && syntax.SyntaxTree == model.SyntaxTree ? model.GetOperation(syntax) : null;
    }

    private static ILocalSymbol? Declared(IOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local } => local,
        IRecursivePatternOperation { DeclaredSymbol: ILocalSymbol local } => local,
        _ => null,
    };

    private static bool IsInsertion(string method) => method is "Add" or "AddRange" or "Enqueue" or "Push" or "Insert";

    private static bool IsMessage(ITypeSymbol? type) => type is { Name: "Message" } && AwsSdk.ServiceOf(type) == "SQS";

    /// <summary>True for a message, a response, and collections, tasks and tuples of them.</summary>
    private static bool Carries(ITypeSymbol? candidate) => candidate switch
    {
        IArrayTypeSymbol array => Carries(array.ElementType),
        INamedTypeSymbol { TypeKind: TypeKind.Delegate } => false,
        INamedTypeSymbol named => (named.Name is "Message" or "ReceiveMessageResponse" && AwsSdk.ServiceOf(named) == "SQS") || named.TypeArguments.Any(Carries),
        _ => false,
    };
}
