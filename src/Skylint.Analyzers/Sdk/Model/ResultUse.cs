using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Sdk.Model;

/// <summary>
/// What becomes of a value in the body that made it: which members are read, and whether it goes where the body does not show it:
/// returned, stored, or handed to other code.
/// </summary>
internal sealed class ResultUse
{
    private readonly List<IPropertyReferenceOperation> _reads = [];
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);
    private readonly List<ILocalSymbol> _locals = [];
    private readonly BodyIndex _index;

    private ResultUse(BodyIndex index) => _index = index;

    /// <summary>The value goes where this body does not show what happens to it.</summary>
    public bool Escapes { get; private set; }

    /// <summary>The value is the resource of a using, or its Dispose is called.</summary>
    public bool IsDisposed { get; private set; }

    /// <summary>The task is waited for in this body.</summary>
    public bool IsAwaited { get; private set; }

    /// <summary>The properties that are read from the value.</summary>
    public IReadOnlyList<IPropertyReferenceOperation> Reads => _reads;

    /// <summary>The locals that hold the value, or its task.</summary>
    public IReadOnlyList<ILocalSymbol> Locals => _locals;

    /// <summary>Nobody looks at the value.</summary>
    public bool IsIgnored => !Escapes && _members.Count == 0;

    public bool IsRead(string member) => _members.Contains(member);

    public bool IsAnyRead(Func<string, bool> member) => _members.Any(member);

    public static ResultUse Of(IOperation value)
    {
        var use = new ResultUse(BodyIndex.Of(value));
        use.Follow(value);
        return use;
    }

    private void Follow(IOperation value)
    {
        while (true)
        {
            switch (value.Parent)
            {
                case IConversionOperation or IParenthesizedOperation:
                    value = value.Parent;
                    continue;
                case IAwaitOperation awaiting:
                    IsAwaited = true;
                    value = awaiting;
                    continue;
                case IInvocationOperation call when call.Instance == value && call.TargetMethod.Name is "ConfigureAwait" or "GetAwaiter" or "GetResult" or "WaitAsync":
                    IsAwaited |= call.TargetMethod.Name == "GetResult";
                    value = call;
                    continue;
                case IPropertyReferenceOperation { Property.Name: "Result" } property when property.Instance == value && value.Type is { Name: "Task" or "ValueTask" }:
                    IsAwaited = true;
                    value = property;
                    continue;
                case IInvocationOperation call when call.Instance == value && call.TargetMethod.Name is "Dispose" or "DisposeAsync":
                    IsDisposed = true;
                    return;
                case IInvocationOperation call when call.Instance == value && call.TargetMethod.Name == "Wait":
                    IsAwaited = true;
                    return;
                case IInvocationOperation call when call.Instance == value:
                    // A response's own methods read it and keep nothing.
                    _members.Add(call.TargetMethod.Name);
                    return;
                case IPropertyReferenceOperation property when property.Instance == value:
                    Read(property);
                    return;
                case IConditionalAccessOperation access when access.Operation == value:
                    ReadConditionally(access);
                    return;
                case IIsPatternOperation pattern:
                    ReadPattern(pattern.Pattern);
                    return;
                case ISwitchExpressionOperation @switch when @switch.Value == value:
                    foreach (var arm in @switch.Arms)
                        ReadPattern(arm.Pattern);
                    return;
                case IBinaryOperation or IIsTypeOperation:
                    return;
                case IUsingOperation:
                    IsDisposed = true;
                    return;
                case IExpressionStatementOperation:
                    return;
                case ISimpleAssignmentOperation assignment when assignment.Value == value:
                    Assign(assignment);
                    return;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    Hold(declarator.Symbol, declarator);
                    return;
                default:
                    Escapes = true;
                    return;
            }
        }
    }

    private void Assign(ISimpleAssignmentOperation assignment)
    {
        switch (assignment.Target)
        {
            case IDiscardOperation:
                break;
            case ILocalReferenceOperation local:
                Hold(local.Local, null);
                if (assignment.Parent is not IExpressionStatementOperation)
                    Follow(assignment);
                break;
            default:
                Escapes = true;
                break;
        }
    }

    private void Hold(ILocalSymbol local, IVariableDeclaratorOperation? declarator)
    {
        if (_locals.Contains(local, SymbolEqualityComparer.Default))
            return;
        _locals.Add(local);
        if (local.IsUsing || declarator?.Parent?.Parent?.Parent is IUsingOperation)
            IsDisposed = true;
        foreach (var reference in _index.References(local))
        {
            if (reference.Parent is not ISimpleAssignmentOperation assignment || assignment.Target != reference)
                Follow(reference);
        }
    }

    private void Read(IPropertyReferenceOperation property)
    {
        _reads.Add(property);
        _members.Add(property.Property.Name);
    }

    private void ReadConditionally(IConditionalAccessOperation access)
    {
        foreach (var operation in access.WhenNotNull.DescendantsAndSelf())
        {
            if (operation is not IConditionalAccessInstanceOperation || Operations.ConditionalReceiver(operation) != access.Operation)
                continue;
            switch (operation.Parent)
            {
                case IPropertyReferenceOperation property:
                    Read(property);
                    break;
                case IInvocationOperation { TargetMethod.Name: "Dispose" }:
                    IsDisposed = true;
                    break;
                default:
                    Escapes = true;
                    break;
            }
        }
    }

    private void ReadPattern(IPatternOperation pattern)
    {
        foreach (var operation in pattern.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IPropertySubpatternOperation { Member: IPropertyReferenceOperation property }:
                    Read(property);
                    break;
                case IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local } when operation == pattern:
                    Hold(local, null);
                    break;
                case IRecursivePatternOperation { DeclaredSymbol: ILocalSymbol local } when operation == pattern:
                    Hold(local, null);
                    break;
            }
        }
    }
}
