using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Skylint.Cdk.Model;

/// <summary>Where the variables of a body are declared, used, written and changed; read once for each body.</summary>
internal sealed class BodyFacts
{
    private static readonly ConditionalWeakTable<IOperation, BodyFacts> s_all = new();

    private readonly Dictionary<ISymbol, List<IOperation>> _references = new(SymbolEqualityComparer.Default);

    // Where the code leaves what it stands in, and what that is at the most: the loop that is broken out of, the function that returns; none for the body itself.
    private readonly List<(int At, TextSpan? Out)> _exits = [];

    public Dictionary<ISymbol, List<IVariableDeclaratorOperation>> Declarators { get; } = new(SymbolEqualityComparer.Default);

    public Dictionary<ISymbol, List<Touch>> Touches { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The places where the object around the code is used.</summary>
    public List<IInstanceReferenceOperation> Instances { get; } = [];

    public List<ILocalFunctionOperation> LocalFunctions { get; } = [];

    /// <summary>Every use of a variable, in the order of the text.</summary>
    public IReadOnlyList<IOperation> ReferencesTo(ISymbol variable) => _references.TryGetValue(variable, out var references) ? references : [];

    /// <summary>True when the body has a <c>goto</c>.</summary>
    public bool Jumps { get; private set; }

    /// <summary>True when code in the span may go on anywhere but at its end.</summary>
    public bool MayLeave(TextSpan span)
    {
        for (var i = 0; i < _exits.Count; i++)
        {
            var (at, left) = _exits[i];
            if (span.Contains(at) && !(left is { } inner && span.Contains(inner)))
                return true;
        }

        return false;
    }

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
            case OperationKind.Return or OperationKind.YieldReturn or OperationKind.YieldBreak:
            case OperationKind.Throw when IsStatement((IThrowOperation)operation):
                AddExit(operation, OperationKind.AnonymousFunction, OperationKind.LocalFunction);
                break;
            case OperationKind.Branch:
                switch (((IBranchOperation)operation).BranchKind)
                {
                    case BranchKind.Break:
                        AddExit(operation, OperationKind.Loop, OperationKind.Switch);
                        break;
                    case BranchKind.Continue:
                        AddExit(operation, OperationKind.Loop, OperationKind.Loop);
                        break;
                    default:
                        Jumps = true;
                        AddExit(operation, OperationKind.AnonymousFunction, OperationKind.LocalFunction);
                        break;
                }

                break;
            case OperationKind.InstanceReference when operation is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } instance:
                Instances.Add(instance);
                break;
        }
    }

    /// <summary>False for <c>v ?? throw ...</c>, which is a branch of its own: the code after it goes on with the other.</summary>
    public static bool IsStatement(IThrowOperation @throw) => @throw.Syntax is ThrowStatementSyntax;

    private void AddExit(IOperation exit, OperationKind left, OperationKind orLeft)
    {
        var at = exit.Parent;
        while (at is not null && at.Kind != left && at.Kind != orLeft)
            at = at.Parent;
        _exits.Add((exit.Syntax.SpanStart, at?.Syntax.Span));
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
