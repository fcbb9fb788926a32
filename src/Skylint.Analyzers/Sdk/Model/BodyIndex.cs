using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Sdk.Model;

/// <summary>Where the locals and parameters of one body are used, lambdas and local functions in it included. Made once for each body that a rule looks into.</summary>
internal sealed class BodyIndex
{
    private static readonly ConditionalWeakTable<IOperation, BodyIndex> s_indexes = new();

    private readonly Dictionary<ISymbol, List<IOperation>> _references = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> _values = new(SymbolEqualityComparer.Default);

    private BodyIndex(IOperation root)
    {
        foreach (var operation in root.DescendantsAndSelf())
        {
            switch (operation)
            {
                case ILocalReferenceOperation local:
                    Add(_references, local.Local, local);
                    break;
                case IParameterReferenceOperation parameter:
                    Add(_references, parameter.Parameter, parameter);
                    break;
                case IVariableDeclaratorOperation { Initializer.Value: { } value } declarator:
                    Add(_values, declarator.Symbol, value);
                    break;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment:
                    Add(_values, target.Local, assignment.Value);
                    break;
                case ISimpleAssignmentOperation { Target: IParameterReferenceOperation target } assignment:
                    Add(_values, target.Parameter, assignment.Value);
                    break;
            }
        }
    }

    public static BodyIndex Of(IOperation operation) => s_indexes.GetValue(operation.Root(), root => new BodyIndex(root));

    /// <summary>Every mention of a local or parameter, in the order of the text.</summary>
    public IReadOnlyList<IOperation> References(ISymbol symbol) => _references.TryGetValue(symbol, out var found) ? found : [];

    /// <summary>What is assigned to a local or parameter as a whole, its initialiser included.</summary>
    public IReadOnlyList<IOperation> Values(ISymbol symbol) => _values.TryGetValue(symbol, out var found) ? found : [];

    /// <summary>The value that a local or parameter has wherever it has one; null when there are several.</summary>
    public IOperation? SingleValue(ISymbol symbol) => _values.TryGetValue(symbol, out var found) && found.Count == 1 ? found[0].Unwrapped() : null;

    private static void Add(Dictionary<ISymbol, List<IOperation>> map, ISymbol symbol, IOperation operation)
    {
        if (!map.TryGetValue(symbol, out var list))
            map.Add(symbol, list = []);
        list.Add(operation);
    }
}
