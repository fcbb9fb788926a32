using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Text;

/// <summary>
/// Which definitions of a variable reach a use, over the control-flow graph. Answers null where the graph cannot tell, and the
/// caller then takes all definitions: an answer that is too large, never one that is too small.
/// </summary>
internal sealed class ReachingDefinitions
{
    private readonly ControlFlowGraph _graph;
    private readonly BodyIndex _body;
    private readonly Dictionary<SyntaxNode, (int Block, int Index)> _positions = [];
    private readonly Dictionary<ISymbol, Dictionary<int, List<(int Index, SyntaxNode At)>>> _writes = new(SymbolEqualityComparer.Default);

    private ReachingDefinitions(ControlFlowGraph graph, BodyIndex index)
    {
        _graph = graph;
        _body = index;
        foreach (var block in graph.Blocks)
        {
            var at = 0;
            foreach (var operation in block.Operations)
                Record(block.Ordinal, at++, operation);
            if (block.BranchValue is { } branch)
                Record(block.Ordinal, at, branch);
        }
    }

    public static ReachingDefinitions? TryCreate(IOperation root, BodyIndex index)
    {
        try
        {
            var graph = root switch
            {
                IMethodBodyOperation body => ControlFlowGraph.Create(body),
                IConstructorBodyOperation body => ControlFlowGraph.Create(body),
                IBlockOperation { Parent: null } body => ControlFlowGraph.Create(body),
                _ => null,
            };
            return graph is null ? null : new ReachingDefinitions(graph, index);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or NullReferenceException)
        {
            // Code that does not compile can give trees that have no graph.
            return null;
        }
    }

    public (IReadOnlyList<Definition>, bool)? Find(ISymbol symbol, IReadOnlyList<Definition> all, SyntaxNode use)
    {
        // Writes inside lambdas and local functions stand in graphs of their own.
        if (Position(use) is not { } start || !_writes.TryGetValue(symbol, out var writes) || all.Any(d => !IsPlaced(d)))
            return null;
        var found = new HashSet<Definition>();
        var initial = false;
        var seen = new HashSet<int>();
        var work = new Stack<(int Block, int Before)>();
        work.Push((start.Block, start.Index));
        while (work.Count > 0)
        {
            var (ordinal, before) = work.Pop();
            if (writes.TryGetValue(ordinal, out var here) && Last(here, before, use) is { } at)
            {
                foreach (var definition in _body.DefinitionsAt(at))
                {
                    if (SymbolEqualityComparer.Default.Equals(definition.Symbol, symbol))
                        found.Add(definition);
                }

                continue;
            }

            var block = _graph.Blocks[ordinal];
            if (block.Kind == BasicBlockKind.Entry)
            {
                initial = symbol is IParameterSymbol;
                continue;
            }

            foreach (var predecessor in Predecessors(block))
            {
                if (seen.Add(predecessor))
                    work.Push((predecessor, int.MaxValue));
            }
        }

        return ([.. found], initial);
    }

    /// <summary>False when every way back from the use meets one of the ends before it meets the mutation.</summary>
    public bool MayReach(ISymbol symbol, IReadOnlyList<Definition> ends, SyntaxNode mutation, SyntaxNode use)
    {
        if (Position(use) is not { } start || Position(mutation) is not { } from || !_writes.TryGetValue(symbol, out var writes))
            return true;
        var at = new HashSet<SyntaxNode>(ends.Select(d => d.At));
        var seen = new HashSet<int>();
        var work = new Stack<(int Block, int Before)>();
        work.Push((start.Block, start.Index));
        while (work.Count > 0)
        {
            var (ordinal, before) = work.Pop();
            SyntaxNode? end = null;
            if (writes.TryGetValue(ordinal, out var here))
                end = Last([.. here.Where(w => at.Contains(w.At))], before, use);
            if (from.Block == ordinal && from.Index <= before && (end is null || IsBehind(from.Index, mutation, end)))
                return true;
            if (end is not null)
                continue;
            foreach (var predecessor in Predecessors(_graph.Blocks[ordinal]))
            {
                if (seen.Add(predecessor))
                    work.Push((predecessor, int.MaxValue));
            }
        }

        return false;
    }

    // In `sql.Clear().Append(x)` the mutation begins before the end, and what it writes comes after.
    private bool IsBehind(int index, SyntaxNode mutation, SyntaxNode end) =>
        _positions[end].Index is var last && (index > last || (index == last && (end.Contains(mutation) || mutation.SpanStart >= end.Span.End)));

    private bool IsPlaced(Definition definition) => _positions.ContainsKey(definition.At);

    private static SyntaxNode? Last(List<(int Index, SyntaxNode At)> writes, int before, SyntaxNode use)
    {
        for (var i = writes.Count - 1; i >= 0; i--)
        {
            var write = writes[i];
            if (write.Index > before)
                continue;

            // Within one statement, a write counts for a use that follows it in the text and is not its own right-hand side.
            if (write.Index < before || (write.At.Span.End <= use.SpanStart && !write.At.Contains(use)))
                return write.At;
        }

        return null;
    }

    private (int Block, int Index)? Position(SyntaxNode use)
    {
        for (SyntaxNode? node = use; node is not null; node = node.Parent)
        {
            if (_positions.TryGetValue(node, out var position))
                return position;
        }

        return null;
    }

    private void Record(int block, int index, IOperation operation)
    {
        foreach (var descendant in operation.DescendantsAndSelf())
        {
            // Asked for are mentions of variables; what stands in a function that is made here, or is folded away, is found by what is around it. The first block that
            // evaluates a node is the one in which its value is made.
            if ((descendant == operation || descendant.Kind is OperationKind.LocalReference or OperationKind.ParameterReference or OperationKind.FlowAnonymousFunction or OperationKind.FlowCaptureReference) && !_positions.ContainsKey(descendant.Syntax))
                _positions.Add(descendant.Syntax, (block, index));
            if (!Writes(descendant))
                continue;
            foreach (var definition in _body.DefinitionsAt(descendant.Syntax))
            {
                if (!_writes.TryGetValue(definition.Symbol, out var blocks))
                    _writes.Add(definition.Symbol, blocks = []);
                if (!blocks.TryGetValue(block, out var writes))
                    blocks.Add(block, writes = []);
                writes.Add((index, definition.At));
                _positions[definition.At] = (block, index);
            }
        }
    }

    // The graph writes declarators and ??= as assignments, and may hold the target in a capture: only the syntax is the same.
    private static bool Writes(IOperation operation) =>
        operation is IAssignmentOperation or IVariableDeclaratorOperation or IArgumentOperation or IPatternOperation or IInvocationOperation { TargetMethod.Name: "Clear" };

    private IEnumerable<int> Predecessors(BasicBlock block)
    {
        foreach (var branch in block.Predecessors)
        {
            yield return branch.Source.Ordinal;

            // Leaving through a finally: its writes happen on the way.
            foreach (var region in branch.FinallyRegions)
            {
                for (var i = region.FirstBlockOrdinal; i <= region.LastBlockOrdinal; i++)
                    yield return i;
            }
        }

        // An exception can come from anywhere in the try block.
        for (var region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
        {
            if (region.FirstBlockOrdinal != block.Ordinal)
                break;
            if (region.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.Filter or ControlFlowRegionKind.FilterAndHandler or ControlFlowRegionKind.Finally
                && region.EnclosingRegion is { NestedRegions.Length: > 0 } outer)
            {
                var guarded = outer.NestedRegions[0];
                for (var i = guarded.FirstBlockOrdinal; i <= guarded.LastBlockOrdinal; i++)
                    yield return i;
                foreach (var branch in _graph.Blocks[guarded.FirstBlockOrdinal].Predecessors)
                    yield return branch.Source.Ordinal;
            }
        }
    }
}
