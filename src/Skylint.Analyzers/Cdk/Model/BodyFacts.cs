using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Cdk.Model;

/// <summary>Where the variables of a body are declared, used, written and changed; read once for each body.</summary>
internal sealed class BodyFacts
{
    private static readonly ConditionalWeakTable<IOperation, BodyFacts> s_all = new();

    private readonly Dictionary<ISymbol, List<IOperation>> _references = new(SymbolEqualityComparer.Default);

    public Dictionary<ISymbol, List<IVariableDeclaratorOperation>> Declarators { get; } = new(SymbolEqualityComparer.Default);

    public Dictionary<ISymbol, List<Touch>> Touches { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The places where the object around the code is used.</summary>
    public List<IInstanceReferenceOperation> Instances { get; } = [];

    public List<ILocalFunctionOperation> LocalFunctions { get; } = [];

    /// <summary>Every use of a variable, in the order of the text.</summary>
    public IReadOnlyList<IOperation> ReferencesTo(ISymbol variable) => _references.TryGetValue(variable, out var references) ? references : [];

    public static BodyFacts Of(IOperation root) => s_all.GetValue(root, r => new BodyFacts(r));

    // Without recursion: generated code nests deeper than a thread's stack.
    private BodyFacts(IOperation root)
    {
        Note(root);
        var open = new Stack<IOperation.OperationList.Enumerator>();
        open.Push(root.ChildOperations.GetEnumerator());
        while (open.Count > 0)
        {
            var children = open.Pop();
            if (!children.MoveNext())
                continue;
            open.Push(children);
            Note(children.Current);
            open.Push(children.Current.ChildOperations.GetEnumerator());
        }
    }

    private void Note(IOperation operation)
    {
        switch (operation.Kind)
        {
            case OperationKind.VariableDeclarator:
                var declarator = (IVariableDeclaratorOperation)operation;
                Add(Declarators, declarator.Symbol, declarator);
                break;
            case OperationKind.LocalReference:
                AddTouch(operation, ((ILocalReferenceOperation)operation).Local);
                break;
            case OperationKind.ParameterReference:
                AddTouch(operation, ((IParameterReferenceOperation)operation).Parameter);
                break;
            case OperationKind.LocalFunction:
                LocalFunctions.Add((ILocalFunctionOperation)operation);
                break;
            case OperationKind.InstanceReference when operation is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } instance:
                Instances.Add(instance);
                break;
        }
    }

    private void AddTouch(IOperation reference, ISymbol variable)
    {
        Add(_references, variable, reference);
        if (Touch.Of(reference) is { } touch)
            Add(Touches, variable, touch);
    }

    private static void Add<T>(Dictionary<ISymbol, List<T>> map, ISymbol key, T value)
    {
        if (!map.TryGetValue(key, out var list))
            map.Add(key, list = []);
        list.Add(value);
    }
}
