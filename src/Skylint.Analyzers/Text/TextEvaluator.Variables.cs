using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Text;

internal sealed partial class TextEvaluator
{
    private TextValue EvaluateVariable(IOperation reference, Frame frame)
    {
        var symbol = BodyIndex.Variable(reference)!;
        if (reference is ILocalReferenceOperation { IsDeclaration: true } && reference.Parent is IDeclarationExpressionOperation)
            return TextValue.Empty;
        return Guarded(reference, EvaluateVariableAt(symbol, reference, frame), frame);
    }

    private TextValue EvaluateVariableAt(ISymbol symbol, IOperation use, Frame frame)
    {
        var body = model.BodyOf(use);
        var (definitions, initial) = Closure(body, symbol, use.Syntax);
        var value = TextValue.Empty;
        if (initial && symbol is IParameterSymbol parameter)
            value = EvaluateParameter(parameter, use, frame);
        foreach (var definition in definitions)
            value = value.With(EvaluateDefinition(definition, use, frame));

        // A local with no visible write at all: a catch variable, a using declaration of unseen kind.
        if (definitions.Count == 0 && symbol is ILocalSymbol local)
            return Unknown(use, OriginKind.Local, local.Name);
        return HoldsText(symbol) ? value.With(EvaluateMutations(symbol, body, use, frame)) : value;
    }

    /// <summary>The reaching definitions, and for each that keeps the old value, those that reach it.</summary>
    private static (IReadOnlyList<Definition> Definitions, bool Initial) Closure(BodyIndex body, ISymbol symbol, SyntaxNode use)
    {
        var (first, initial) = body.Reaching(symbol, use);
        var found = new HashSet<Definition>(first);
        var work = new Queue<Definition>(first);
        while (work.Count > 0)
        {
            var definition = work.Dequeue();
            if (definition.Kind != DefinitionKind.Append && !body.References(symbol).Any(r => r.Syntax != definition.At && definition.Value?.Syntax.Span.Contains(r.Syntax.Span) == true))
                continue;
            var (before, beforeInitial) = body.Reaching(symbol, definition.At);
            initial |= beforeInitial;
            foreach (var earlier in before)
            {
                if (found.Add(earlier))
                    work.Enqueue(earlier);
            }
        }

        return ([.. found.OrderBy(d => d.At.SpanStart)], initial);
    }

    private TextValue EvaluateDefinition(Definition definition, IOperation use, Frame frame)
    {
        var key = (definition, frame);
        if (_known.TryGetValue(key, out var known))
            return known;
        if (!_underway.Add(key))
        {
            _cut = true;
            return TextValue.Empty;
        }

        var outer = _cut;
        _cut = false;
        var value = definition.Kind switch
        {
            DefinitionKind.Unknown => Unknown(use, OriginKind.Local, definition.Symbol.Name),
            DefinitionKind.Out => EvaluateOut((IArgumentOperation)definition.Value!, frame),
            _ => Evaluate(definition.Value, frame),
        };
        _underway.Remove(key);

        // A value that was cut short by its own recursion is complete here and nowhere else.
        if (!_cut)
            _known[key] = value;
        _cut |= outer;
        return value;
    }

    private TextValue EvaluateOut(IArgumentOperation argument, Frame frame)
    {
        if (argument.Parent is not IInvocationOperation call || argument.Parameter is null)
            return Unknown(argument, OriginKind.Call, "");
        if (model.Library.KindOf(call.TargetMethod.ContainingType) is LibraryKind.Container or LibraryKind.Carrier)
            return Evaluate(call.Instance ?? call.Arguments[0].Value, frame);
        if (frame.Depth < MaxDepth && BodyOf(call.TargetMethod) is { } body)
        {
            var inner = frame.Call(Bind(call, frame));
            var index = model.BodyOf(body);
            var parameter = call.TargetMethod.OriginalDefinition.Parameters[argument.Parameter.Ordinal];
            var value = argument.Parameter.RefKind == RefKind.Ref ? Evaluate(argument.Value, frame) : TextValue.Empty;
            foreach (var definition in index.Definitions(parameter))
                value = value.With(EvaluateDefinition(definition, body, inner));
            return value;
        }

        var known = EvaluateReceiver(call, frame);
        return known.Provenance == Provenance.External ? known : Unknown(argument, OriginKind.Call, call.TargetMethod.Name);
    }

    private TextValue EvaluateParameter(IParameterSymbol parameter, IOperation use, Frame frame)
    {
        if (frame.TryGet(parameter, out var bound))
            return bound;
        if (model.Sources.OfType(parameter.Type) is OriginKind.Request)
            return External(use, OriginKind.Request, parameter.Name);
        if (parameter.ContainingSymbol is not IMethodSymbol method)
            return Unknown(use, OriginKind.Parameter, parameter.Name);
        if (model.Sources.IsEntryParameter(parameter))
            return External(use, OriginKind.Request, parameter.Name);
        if (method.MethodKind == MethodKind.Constructor && method.DeclaredAccessibility != Accessibility.Private)
            return Unknown(use, OriginKind.Field, parameter.Name);
        if (method.MethodKind == MethodKind.AnonymousFunction)
            return EvaluateLambdaParameter(parameter, use, frame);

        var isLocal = method.MethodKind == MethodKind.LocalFunction;
        if (!isLocal && method.DeclaredAccessibility != Accessibility.Private)
            return Unknown(use, OriginKind.Parameter, parameter.Name);

        var key = ((object)parameter, Frame.Root);
        if (_known.TryGetValue(key, out var known))
            return known;
        if (frame.Depth >= MaxDepth)
            return Unknown(use, OriginKind.Parameter, parameter.Name);
        if (!_underway.Add(key))
        {
            _cut = true;
            return TextValue.Empty;
        }

        var value = EvaluateCallers(method, parameter, use, isLocal);
        _underway.Remove(key);
        _known[key] = value;
        return value;
    }

    private TextValue EvaluateCallers(IMethodSymbol method, IParameterSymbol parameter, IOperation use, bool isLocal)
    {
        var uses = isLocal ? LocalFunctionUses(method, use) : model.UsesOf(method, use.SemanticModel, cancellationToken);
        var value = TextValue.Empty;
        var called = false;
        foreach (var mention in uses)
        {
            switch (mention)
            {
                case IInvocationOperation call:
                    var argument = call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == parameter.Ordinal);
                    called = true;
                    value = value.With(argument is null ? TextValue.Empty : Evaluate(argument.Value, new Frame(null, 1)));
                    break;
                case IMethodReferenceOperation reference:
                    if (Sources.IsMappedEndpoint(reference))
                        return External(use, OriginKind.Request, parameter.Name);
                    called = true;
                    value = value.With(EvaluateDelegateArgument(reference, parameter, use, Frame.Root));
                    break;
            }
        }

        return called ? value : Unknown(use, OriginKind.Parameter, parameter.Name);
    }

    private static IReadOnlyList<IOperation> LocalFunctionUses(IMethodSymbol function, IOperation use)
    {
        var root = use;
        while (root.Parent is { } parent)
            root = parent;
        return [.. root.Descendants().Where(o =>
            (o is IInvocationOperation call && SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, function.OriginalDefinition))
            || (o is IMethodReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Method.OriginalDefinition, function.OriginalDefinition)))];
    }

    private TextValue EvaluateLambdaParameter(IParameterSymbol parameter, IOperation use, Frame frame)
    {
        for (var current = use.Parent; current is not null; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation function && SymbolEqualityComparer.Default.Equals(function.Symbol, parameter.ContainingSymbol))
            {
                if (Sources.IsMappedEndpoint(function))
                    return External(use, OriginKind.Request, parameter.Name);
                return EvaluateDelegateArgument(function, parameter, use, frame);
            }
        }

        return Unknown(use, OriginKind.Parameter, parameter.Name);
    }

    /// <summary>What the user of a delegate hands to its parameter: an element of the sequence, or the arguments of its calls.</summary>
    private TextValue EvaluateDelegateArgument(IOperation function, IParameterSymbol parameter, IOperation use, Frame frame)
    {
        var holder = function.Parent;
        while (holder is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
            holder = holder.Parent;
        if (holder is IArgumentOperation { Parent: IInvocationOperation call } && model.Library.KindOf(call.TargetMethod.ContainingType) is LibraryKind.Carrier or LibraryKind.Container)
        {
            var value = Evaluate(call.Instance, frame);
            foreach (var argument in call.Arguments)
            {
                if (argument != holder && !IsFunction(argument.Value))
                    value = value.With(Evaluate(argument.Value, frame));
            }

            return value;
        }

        ISymbol? variable = holder switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation assignment => BodyIndex.Variable(assignment.Target),
            _ => null,
        };
        if (variable is null)
            return Unknown(use, OriginKind.Parameter, parameter.Name);
        var result = TextValue.Empty;
        foreach (var reference in model.BodyOf(use).References(variable))
        {
            if (reference.Parent is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } invoke && invoke.Instance == reference)
                result = result.With(parameter.Ordinal < invoke.Arguments.Length ? Evaluate(invoke.Arguments[parameter.Ordinal].Value, frame) : TextValue.Empty);
            else if (reference.Parent is not ISimpleAssignmentOperation)
                return Unknown(use, OriginKind.Parameter, parameter.Name);
        }

        return result;
    }

    private bool HoldsText(ISymbol symbol)
    {
        var type = symbol switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            _ => null,
        };
        return model.Library.KindOf(type) == LibraryKind.Container;
    }

    /// <summary>What has been put into the builder or collection that the variable holds, except after the use.</summary>
    private TextValue EvaluateMutations(ISymbol symbol, BodyIndex body, IOperation use, Frame frame)
    {
        var value = TextValue.Empty;
        foreach (var reference in body.References(symbol))
        {
            if (reference.Syntax == use.Syntax || IsAfter(reference.Syntax, use.Syntax))
                continue;
            value = value.With(EvaluateMutation(reference, frame));
        }

        return value;
    }

    private TextValue EvaluateMutation(IOperation reference, Frame frame)
    {
        var value = TextValue.Empty;
        var current = reference;
        while (current.Parent is IConversionOperation)
            current = current.Parent;

        // A chain: builder.Append(a).Append(b).
        while (current.Parent is IInvocationOperation call && call.Instance == current && IsMutator(call.TargetMethod.Name) && model.Library.KindOf(call.TargetMethod.ContainingType) == LibraryKind.Container)
        {
            value = value.With(EvaluateWritten(call, frame));
            current = call;
        }

        switch (current.Parent)
        {
            case IPropertyReferenceOperation { Property.IsIndexer: true, Parent: ISimpleAssignmentOperation assignment } indexer when assignment.Target == indexer:
                value = value.With(Evaluate(assignment.Value, frame));
                break;
            case IArrayElementReferenceOperation { Parent: ISimpleAssignmentOperation assignment } element when assignment.Target == element:
                value = value.With(Evaluate(assignment.Value, frame));
                break;
            case IArgumentOperation { Parent: IInvocationOperation call, Parameter: { } parameter } argument when current == reference:
                value = value.With(EvaluateFilledByCall(call, parameter, argument, frame));
                break;
        }

        return value;
    }

    /// <summary>A method that is given a builder or a collection may fill it.</summary>
    private TextValue EvaluateFilledByCall(IInvocationOperation call, IParameterSymbol parameter, IArgumentOperation argument, Frame frame)
    {
        var key = (call, frame);
        if (frame.Depth >= MaxDepth || model.Library.KindOf(call.TargetMethod.ContainingType) != LibraryKind.None || BodyOf(call.TargetMethod) is not { } body || !_underway.Add(key))
            return TextValue.Empty;
        var others = Bind(call, frame, argument);
        var inner = frame.Call(others);
        var index = model.BodyOf(body);
        var value = TextValue.Empty;
        var declared = call.TargetMethod.OriginalDefinition.Parameters[parameter.Ordinal];
        foreach (var reference in index.References(declared))
            value = value.With(EvaluateMutation(reference, inner));
        _underway.Remove(key);
        return value;
    }

    private TextValue EvaluateWritten(IInvocationOperation call, Frame frame)
    {
        if (call.TargetMethod.Name == "AppendFormat" || (call.TargetMethod.Name is "Write" or "WriteLine" && call.Arguments.Length > 1))
            return EvaluateFormat(call, frame);
        return EvaluateAll(call.Arguments.Where(a => !a.IsImplicit || a.ArgumentKind == ArgumentKind.ParamArray).Select(a => a.Value), frame);
    }

    private static bool IsMutator(string name) =>
        name.StartsWith("Add", StringComparison.Ordinal) || name.StartsWith("Append", StringComparison.Ordinal) || name.StartsWith("Insert", StringComparison.Ordinal)
        || name is "TryAdd" or "Push" or "Enqueue" or "Write" or "WriteLine" or "Replace" or "SetValue" or "Set" or "UnionWith";

    /// <summary>True when the mutation stands behind the use and no loop brings it round again.</summary>
    private static bool IsAfter(SyntaxNode mutation, SyntaxNode use)
    {
        if (mutation.SpanStart <= use.Span.End)
            return false;
        for (var node = use.Parent; node is not null; node = node.Parent)
        {
            if (node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax && node.Span.Contains(mutation.Span))
                return false;
        }

        return true;
    }
}
