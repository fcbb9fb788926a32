using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Skylint.Text;

/// <summary>How a definition changes the variable.</summary>
internal enum DefinitionKind
{
    /// <summary>The variable holds the value afterwards.</summary>
    Set,

    /// <summary>The value is appended to what the variable held.</summary>
    Append,

    /// <summary>The variable holds an element of the value.</summary>
    Element,

    /// <summary>A call has written it through <c>out</c> or <c>ref</c>.</summary>
    Out,

    /// <summary>The builder or collection that it holds is emptied.</summary>
    Empty,

    /// <summary>The code does not show what it holds.</summary>
    Unknown,
}

/// <summary>One place that writes a local variable or a parameter.</summary>
/// <param name="Symbol">The variable.</param>
/// <param name="Kind">How it is changed.</param>
/// <param name="At">Where.</param>
/// <param name="Value">What is written into it.</param>
/// <param name="Index">Which element of a tuple, when the value is one that is taken apart.</param>
internal sealed record Definition(ISymbol Symbol, DefinitionKind Kind, SyntaxNode At, IOperation? Value, int? Index = null);

/// <summary>What one body (method, accessor, initialiser, top-level program) writes where. Built once, on first demand.</summary>
internal sealed class BodyIndex
{
    private readonly IOperation _root;
    private readonly Dictionary<ISymbol, List<Definition>> _definitions = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<SyntaxNode, List<Definition>> _definitionsAt = [];
    private readonly Dictionary<ISymbol, List<IOperation>> _references = new(SymbolEqualityComparer.Default);
    private readonly List<IReturnOperation> _returns = [];
    private readonly ConcurrentDictionary<IOperation, IReadOnlyList<IReturnOperation>> _returnsOf = new();
    private readonly Dictionary<ISymbol, List<IOperation>> _calls = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, int[]> _positions = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<(ISymbol Symbol, SyntaxNode Use), (IReadOnlyList<Definition>, bool)> _origins = new();
    private readonly Lazy<ReachingDefinitions?> _reaching;

    public BodyIndex(IOperation root)
    {
        _root = root;
        foreach (var operation in root.DescendantsAndSelf())
            Add(operation);
        _reaching = new(() => ReachingDefinitions.TryCreate(_root, this));
    }

    public IReadOnlyList<Definition> Definitions(ISymbol symbol) => _definitions.TryGetValue(symbol, out var found) ? found : [];

    public IReadOnlyList<Definition> DefinitionsAt(SyntaxNode at) => _definitionsAt.TryGetValue(at, out var found) ? found : [];

    /// <summary>Every operation that names the local variable or parameter, reads and writes alike, in source order.</summary>
    public IReadOnlyList<IOperation> References(ISymbol symbol) => _references.TryGetValue(symbol, out var found) ? found : [];

    /// <summary>True when the span names the variable.</summary>
    public bool IsReferenced(ISymbol symbol, TextSpan span)
    {
        var positions = _positions.GetOrAdd(symbol, s => [.. References(s).Select(r => r.Syntax.SpanStart).OrderBy(p => p)]);
        var first = Array.BinarySearch(positions, span.Start);
        first = first < 0 ? ~first : first;
        return first < positions.Length && positions[first] < span.End;
    }

    /// <summary>What a body or a function in it returns, leaving out the functions nested in that.</summary>
    public IReadOnlyList<IReturnOperation> ReturnsOf(IOperation function) => _returnsOf.GetOrAdd(function, f => [.. _returns.Where(r => FunctionAround(r, f) == f)]);

    private static IOperation? FunctionAround(IOperation operation, IOperation until)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            if (current == until || current is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return current;
        }

        return null;
    }

    /// <summary>The calls of a local function in this body, and its uses as a delegate.</summary>
    public IReadOnlyList<IOperation> CallsOf(IMethodSymbol function) => _calls.TryGetValue(function.OriginalDefinition, out var found) ? found : [];

    /// <summary>
    /// The definitions that what the variable holds at the use is made of: those that reach it, and for each of them that keeps the
    /// old value, those that reach that.
    /// </summary>
    public (IReadOnlyList<Definition> Definitions, bool Initial) Origins(ISymbol symbol, SyntaxNode use) =>
        _origins.GetOrAdd((symbol, use), key => FindOrigins(key.Symbol, key.Use));

    private (IReadOnlyList<Definition> Definitions, bool Initial) FindOrigins(ISymbol symbol, SyntaxNode use)
    {
        var (first, initial) = Reaching(symbol, use);
        var found = new HashSet<Definition>(first);
        var work = new Queue<Definition>(first);
        while (work.Count > 0)
        {
            var definition = work.Dequeue();
            if (definition.Kind != DefinitionKind.Append && (definition.Value is null || !IsReferenced(symbol, definition.Value.Syntax.Span)))
                continue;
            var (before, beforeInitial) = Reaching(symbol, definition.At);
            initial |= beforeInitial;
            foreach (var earlier in before)
            {
                if (found.Add(earlier))
                    work.Enqueue(earlier);
            }
        }

        return (found.Count <= 1 ? [.. found] : [.. found.OrderBy(d => d.At.SpanStart)], initial);
    }

    /// <summary>The definitions that may reach the use, and whether the variable's initial value may.</summary>
    public (IReadOnlyList<Definition> Definitions, bool Initial) Reaching(ISymbol symbol, SyntaxNode use)
    {
        var all = Definitions(symbol);
        if (symbol is ILocalSymbol && all.Count <= 1)
            return (all, false);
        if (all.Count == 0)
            return (all, true);
        return _reaching.Value?.Find(symbol, all, use) ?? (all, symbol is IParameterSymbol);
    }

    /// <summary>
    /// False when what is put in at the mutation is gone at the use, because on all ways between them the variable gets another value or what it
    /// holds is emptied.
    /// </summary>
    public bool MayReach(ISymbol symbol, SyntaxNode mutation, SyntaxNode use)
    {
        var ends = Definitions(symbol).Where(d => d.Kind == DefinitionKind.Empty || (d.Kind == DefinitionKind.Set && d.Value is not null && !IsReferenced(symbol, d.Value.Syntax.Span))).ToList();
        return ends.Count <= (symbol is ILocalSymbol ? 1 : 0) || _reaching.Value?.MayReach(symbol, ends, mutation, use) != false;
    }

    internal static ISymbol? Variable(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IDeclarationExpressionOperation declaration => Variable(declaration.Expression),
        IConversionOperation conversion => Variable(conversion.Operand),
        IParenthesizedOperation parenthesized => Variable(parenthesized.Operand),
        _ => null,
    };

    // Nearly all operations define nothing, and asking each of them costs.
    private static bool MayDefine(IOperation operation) => operation.Kind
        is OperationKind.VariableDeclarator or OperationKind.SimpleAssignment or OperationKind.CompoundAssignment or OperationKind.CoalesceAssignment or OperationKind.DeconstructionAssignment
        or OperationKind.Invocation or OperationKind.Loop or OperationKind.Argument or OperationKind.DeclarationPattern or OperationKind.RecursivePattern;

    /// <summary>The definitions that one operation makes by itself, without those of its operands.</summary>
    internal static IEnumerable<Definition> DefinitionsOf(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator:
                var initializer = declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer;
                if (initializer is not null)
                    yield return new Definition(declarator.Symbol, DefinitionKind.Set, declarator.Syntax, initializer.Value);
                break;
            case ISimpleAssignmentOperation assignment when Variable(assignment.Target) is { } target:
                yield return new Definition(target, DefinitionKind.Set, assignment.Syntax, assignment.Value);
                break;
            case ICompoundAssignmentOperation compound when Variable(compound.Target) is { } target:
                yield return new Definition(target, DefinitionKind.Append, compound.Syntax, compound.Value);
                break;
            case ICoalesceAssignmentOperation coalesce when Variable(coalesce.Target) is { } target:
                yield return new Definition(target, DefinitionKind.Append, coalesce.Syntax, coalesce.Value);
                break;
            case IDeconstructionAssignmentOperation { Target: ITupleOperation targets } deconstruction:
                var values = deconstruction.Value is IConversionOperation { Operand: ITupleOperation inner } ? inner : deconstruction.Value as ITupleOperation;
                for (var i = 0; i < targets.Elements.Length; i++)
                {
                    if (Variable(targets.Elements[i]) is { } element)
                    {
                        yield return values is not null && values.Elements.Length == targets.Elements.Length
                            ? new Definition(element, DefinitionKind.Set, deconstruction.Syntax, values.Elements[i])
                            : new Definition(element, DefinitionKind.Element, deconstruction.Syntax, deconstruction.Value, i);
                    }
                }

                break;
            case IDeconstructionAssignmentOperation { Target: IDeclarationExpressionOperation { Expression: ITupleOperation declared } } deconstruction:
                var parts = deconstruction.Value as ITupleOperation ?? (deconstruction.Value as IConversionOperation)?.Operand as ITupleOperation;
                for (var i = 0; i < declared.Elements.Length; i++)
                {
                    if (Variable(declared.Elements[i]) is { } element)
                    {
                        yield return parts is not null && parts.Elements.Length == declared.Elements.Length
                            ? new Definition(element, DefinitionKind.Set, deconstruction.Syntax, parts.Elements[i])
                            : new Definition(element, DefinitionKind.Element, deconstruction.Syntax, deconstruction.Value, i);
                    }
                }

                break;
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "Length", ContainingType.Name: "StringBuilder" }, Instance: { } instance }, Value.ConstantValue: { HasValue: true, Value: 0 } } shortened when Variable(instance) is { } emptied:
                yield return new Definition(emptied, DefinitionKind.Empty, shortened.Syntax, null);
                break;
            case IInvocationOperation { TargetMethod: { Name: "Clear", Parameters.Length: 0 } clear, Instance: { } instance } cleared when Variable(instance) is { } emptied && LibraryTypes.IsStandardContainer(clear.ContainingType):
                yield return new Definition(emptied, DefinitionKind.Empty, cleared.Syntax, null);
                break;
            case IForEachLoopOperation loop:
                foreach (var local in loop.Locals)
                    yield return new Definition(local, DefinitionKind.Element, loop.LoopControlVariable.Syntax, loop.Collection);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument when Variable(argument.Value) is { } written:
                yield return new Definition(written, DefinitionKind.Out, argument.Syntax, argument);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } declared } pattern:
                yield return Matched(declared, pattern);
                break;
            case IRecursivePatternOperation { DeclaredSymbol: { } declared } pattern:
                yield return Matched(declared, pattern);
                break;
        }
    }

    private static Definition Matched(ISymbol declared, IPatternOperation pattern)
    {
        // A designation at the top of the pattern holds the tested value; one inside it holds a part of that value.
        IOperation? current = pattern;
        while (current is IPatternOperation or IPropertySubpatternOperation or IPatternCaseClauseOperation or ISwitchCaseOperation or ISwitchExpressionArmOperation)
            current = current.Parent;
        var tested = current switch
        {
            IIsPatternOperation test => test.Value,
            ISwitchOperation @switch => @switch.Value,
            ISwitchExpressionOperation @switch => @switch.Value,
            _ => null,
        };
        return tested is null
            ? new Definition(declared, DefinitionKind.Unknown, pattern.Syntax, null)
            : new Definition(declared, DefinitionKind.Element, pattern.Syntax, tested);
    }

    private void Add(IOperation operation)
    {
        if (MayDefine(operation))
        {
            foreach (var definition in DefinitionsOf(operation))
            {
                List(_definitions, definition.Symbol).Add(definition);
                if (!_definitionsAt.TryGetValue(definition.At, out var here))
                    _definitionsAt.Add(definition.At, here = []);
                here.Add(definition);
            }
        }

        switch (operation)
        {
            case IReturnOperation { ReturnedValue: not null } returned:
                _returns.Add(returned);
                break;
            case ILocalReferenceOperation local:
                List(_references, local.Local).Add(local);
                break;
            case IParameterReferenceOperation parameter:
                List(_references, parameter.Parameter).Add(parameter);
                break;
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction } call:
                List(_calls, call.TargetMethod.OriginalDefinition).Add(call);
                break;
            case IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } reference:
                List(_calls, reference.Method.OriginalDefinition).Add(reference);
                break;
        }
    }

    private static List<T> List<T>(Dictionary<ISymbol, List<T>> lists, ISymbol symbol)
    {
        if (!lists.TryGetValue(symbol, out var list))
            lists.Add(symbol, list = []);
        return list;
    }
}
