using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Text;

internal sealed partial class TextEvaluator
{
    // Locals that are not harmless wherever they are used, and those that are being tried.
    private readonly HashSet<(ISymbol, Frame)> _tried = [];

    private TextValue EvaluateVariable(IOperation reference, Frame frame)
    {
        var symbol = BodyIndex.Variable(reference)!;
        if (reference is ILocalReferenceOperation { IsDeclaration: true } && reference.Parent is IDeclarationExpressionOperation)
            return TextValue.Empty;
        return Once(reference, frame, () => Guarded(reference, EvaluateVariableAt(symbol, reference, frame), frame));
    }

    private TextValue EvaluateVariableAt(ISymbol symbol, IOperation use, Frame frame)
    {
        var body = model.BodyOf(use);
        if (_approximates && EvaluateAnywhere(symbol, body, use, frame) is { } harmless)
        {
            _hasApproximated = true;
            return harmless;
        }

        // `s = allowed.Contains(s) ? s : "name"`: what stood in it before is there only where the check has let it pass.
        if (body.Reaching(symbol, use.Syntax) is { Initial: false, Definitions: { Count: 1 } last } && last[0] is { Kind: DefinitionKind.Set, Value: IConditionalOperation } choice && !HoldsText(symbol))
            return EvaluateDefinition(choice, use, frame);
        var (definitions, initial) = body.Origins(symbol, use.Syntax);
        var value = EvaluateDefinitions(definitions, initial && symbol is IParameterSymbol parameter ? EvaluateParameter(parameter, use, frame) : TextValue.Empty, use, frame);

        // A local with no visible write at all: a catch variable, a using declaration of unseen kind.
        if (definitions.Count == 0 && symbol is ILocalSymbol local)
            return Unknown(use, OriginKind.Local, local.Name);
        return HoldsText(symbol) ? value.Then(EvaluateMutations(symbol, body, use, frame)) : value;
    }

    /// <summary>
    /// The value of a local that is harmless whichever of its definitions reach the use; null when that has to be found out. Most texts that are put together of
    /// fixed pieces end here, and no control-flow graph is built for them. The pieces of definitions that do not reach the use are among the others.
    /// </summary>
    private TextValue? EvaluateAnywhere(ISymbol symbol, BodyIndex body, IOperation use, Frame frame)
    {
        const int Most = 20;
        if (symbol is not ILocalSymbol || HoldsText(symbol) || body.Definitions(symbol) is not { Count: > 1 and <= Most } definitions || !_tried.Add((symbol, frame)))
            return null;
        var (left, spent, cutBy) = (_left, _spent, _cutBy);
        var union = new TextUnion();
        foreach (var definition in definitions)
        {
            union.Add(EvaluateDefinition(definition, use, frame));
            if (!GaveUp && union.Provenance <= Provenance.Placeholder)
                continue;

            // What does not reach the use must not be what ends its evaluation; it is paid for all the same.
            if (!_tooDeep)
                _left = Math.Min(left, left - (_spent - spent));
            _cutBy = cutBy;
            return null;
        }

        _tried.Remove((symbol, frame));
        return union.Value;
    }

    /// <summary>One of the values that the variable is given, and behind it what is appended.</summary>
    private TextValue EvaluateDefinitions(IReadOnlyList<Definition> definitions, TextValue initial, IOperation use, Frame frame)
    {
        var given = new TextUnion(TextShape.Choice);
        var appended = new TextUnion();
        given.Add(initial);
        foreach (var definition in definitions)
            (definition is { Kind: DefinitionKind.Append, Value.Parent: not ICoalesceAssignmentOperation } ? appended : given).Add(EvaluateDefinition(definition, use, frame));
        return given.Value.Then(appended.Value);
    }

    private TextValue EvaluateDefinition(Definition definition, IOperation use, Frame frame) => definition.Kind switch
    {
        DefinitionKind.Empty => TextValue.Empty,
        DefinitionKind.Unknown => Unknown(use, OriginKind.Local, definition.Symbol.Name),
        DefinitionKind.Out => Once(definition, frame, () => EvaluateOut((IArgumentOperation)definition.Value!, frame)),
        _ => Once(definition, frame, () => definition.Index is { } index ? EvaluateElement(definition.Value, index, frame) : Evaluate(definition.Value, frame)),
    };

    private TextValue EvaluateOut(IArgumentOperation argument, Frame frame)
    {
        if (argument.Parent is not IInvocationOperation call || argument.Parameter is null)
            return Unknown(argument, OriginKind.Call, "");
        if (model.Library.KindOf(call.TargetMethod.ContainingType) is LibraryKind.Container or LibraryKind.Carrier)
            return Evaluate(call.Instance ?? call.Arguments[0].Value, frame);
        if (frame.Depth < MaxDepth && BodyOf(call.TargetMethod) is { } body)
        {
            var inner = frame.Enter(Bind(call, frame), call);
            var index = model.BodyOf(body);
            var parameter = call.TargetMethod.OriginalDefinition.Parameters[argument.Parameter.Ordinal];
            return EvaluateDefinitions(index.Definitions(parameter), argument.Parameter.RefKind == RefKind.Ref ? Evaluate(argument.Value, frame) : TextValue.Empty, body, inner);
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
            return External(use, Sources.IsCommandLine(method) ? OriginKind.Input : OriginKind.Request, parameter.Name);
        if (method.MethodKind == MethodKind.Constructor)
            return Unknown(use, OriginKind.Field, parameter.Name);
        if (method.MethodKind == MethodKind.AnonymousFunction)
            return EvaluateLambdaParameter(parameter, use, frame);

        if (method.MethodKind == MethodKind.LocalFunction)
            return Shared(parameter.OriginalDefinition, () => EvaluateCallers(parameter, model.BodyOf(use).CallsOf(method)));
        if (!model.IsClosed(method))
            return Unknown(use, OriginKind.Parameter, parameter.Name);
        return Shared(parameter.OriginalDefinition, () => CallersOf(method, use) is { } callers ? EvaluateCallers(parameter, callers) : Declared(parameter));
    }

    private TextValue EvaluateCallers(IParameterSymbol parameter, IEnumerable<IOperation?> uses)
    {
        var union = new TextUnion(TextShape.Choice);
        var called = false;
        foreach (var mention in uses)
        {
            if (!Spend(1))
                break;
            switch (mention)
            {
                case IInvalidOperation:
                    _left = -1;
                    break;
                case IInvocationOperation call:
                    var argument = call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == parameter.Ordinal);
                    called = true;
                    union.Add(argument is null ? TextValue.Empty : Evaluate(argument.Value, Frame.Member));
                    break;
                case IMethodReferenceOperation reference:
                    if (Sources.IsMappedEndpoint(reference))
                        return External(reference, OriginKind.Request, parameter.Name);
                    called = true;
                    union.Add(EvaluateDelegateArgument(reference, parameter, reference, Frame.Member));
                    break;
            }
        }

        return called ? union.Value : Declared(parameter, OriginKind.Uncalled);
    }

    // What holds for the whole compilation must not depend on who asked first, so its origin is the declaration.
    private TextValue Declared(IParameterSymbol parameter, OriginKind kind = OriginKind.Parameter) =>
        TextValue.Of(new Fragment(Provenance.Unknown, null, parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken), kind, parameter.Name));

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
        if (holder is IArgumentOperation { Parent: IInvocationOperation call } && model.Library.KindOf(call.TargetMethod.ContainingType) is LibraryKind.Carrier or LibraryKind.Container or LibraryKind.Regex)
        {
            var value = model.Library.KindOf(call.Instance?.Type) == LibraryKind.Regex ? TextValue.Empty : Evaluate(call.Instance, frame);
            foreach (var argument in call.Arguments)
            {
                if (argument != holder && !IsFunction(argument.Value))
                    value = value.Then(Evaluate(argument.Value, frame));
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
                result = result.Or(parameter.Ordinal < invoke.Arguments.Length ? Evaluate(invoke.Arguments[parameter.Ordinal].Value, frame) : TextValue.Empty);
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
        var union = new TextUnion();
        foreach (var reference in body.References(symbol))
        {
            if (!Spend(1))
                break;
            if (reference.Syntax != use.Syntax && !IsAfter(reference.Syntax, use.Syntax) && body.MayReach(symbol, reference.Syntax, use.Syntax))
                union.Add(EvaluateMutation(reference, use, frame));
        }

        return union.Value;
    }

    /// <summary>What one mention of a builder or collection puts in.</summary>
    /// <param name="reference">The mention.</param>
    /// <param name="use">Where what it holds is asked for; null when all that the body does counts.</param>
    /// <param name="frame">The call in whose body the mention stands.</param>
    private TextValue EvaluateMutation(IOperation reference, IOperation? use, Frame frame)
    {
        var value = TextValue.Empty;
        var current = reference;
        while (current.Parent is IConversionOperation)
            current = current.Parent;

        // A chain: builder.Append(a).Append(b).
        while (current.Parent is IInvocationOperation call && call.Instance == current && IsMutator(call.TargetMethod.Name) && model.Library.KindOf(call.TargetMethod.ContainingType) == LibraryKind.Container)
        {
            value = call.TargetMethod.Name == "Clear" ? TextValue.Empty : value.Then(EvaluateWritten(call, frame));
            current = call;
        }

        switch (current.Parent)
        {
            case IPropertyReferenceOperation { Property.IsIndexer: true, Parent: ISimpleAssignmentOperation assignment } indexer when assignment.Target == indexer:
                value = value.Then(Evaluate(assignment.Value, frame));
                break;
            case IArrayElementReferenceOperation { Parent: ISimpleAssignmentOperation assignment } element when assignment.Target == element:
                value = value.Then(Evaluate(assignment.Value, frame));
                break;
            case IArgumentOperation { Parent: IInvocationOperation call, Parameter: { } parameter } argument when current == reference:
                value = value.Then(EvaluateFilledByCall(call, parameter, argument, frame));
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var alias } } when HoldsText(alias):
                value = value.Then(EvaluateAlias(alias, current.Parent, use, frame));
                break;
            case ISimpleAssignmentOperation assignment when assignment.Value == current && BodyIndex.Variable(assignment.Target) is { } alias && HoldsText(alias):
                value = value.Then(EvaluateAlias(alias, assignment, use, frame));
                break;
        }

        return value;
    }

    /// <summary>What is put into a builder or collection under another name that it got.</summary>
    private TextValue EvaluateAlias(ISymbol alias, IOperation naming, IOperation? use, Frame frame) => Once((naming, use), frame, () =>
    {
        var union = new TextUnion();
        foreach (var reference in model.BodyOf(naming).References(alias))
        {
            if (!Spend(1))
                break;
            if (use is null || !IsAfter(reference.Syntax, use.Syntax))
                union.Add(EvaluateMutation(reference, use, frame));
        }

        return union.Value;
    });

    /// <summary>A method that is given a builder or a collection may fill it.</summary>
    private TextValue EvaluateFilledByCall(IInvocationOperation call, IParameterSymbol parameter, IArgumentOperation argument, Frame frame)
    {
        if (frame.Depth >= MaxDepth || model.Library.KindOf(call.TargetMethod.ContainingType) != LibraryKind.None || BodyOf(call.TargetMethod) is not { } body)
            return TextValue.Empty;
        return Once(call, frame, () => EvaluateFilled(call, body, parameter, argument, frame));
    }

    private TextValue EvaluateFilled(IInvocationOperation call, IOperation body, IParameterSymbol parameter, IArgumentOperation argument, Frame frame)
    {
        var others = Bind(call, frame, argument);
        var inner = frame.Enter(others, call);
        var index = model.BodyOf(body);
        var value = TextValue.Empty;
        var declared = call.TargetMethod.OriginalDefinition.Parameters[parameter.Ordinal];
        foreach (var reference in index.References(declared))
            value = value.Then(EvaluateMutation(reference, null, inner));
        return value;
    }

    private TextValue EvaluateWritten(IInvocationOperation call, Frame frame)
    {
        if (call.TargetMethod.Name == "AppendFormat" || (call.TargetMethod.Name is "Write" or "WriteLine" && call.Arguments.Length > 1))
            return EvaluateFormat(call, frame);
        if (call.TargetMethod.Name == "Replace")
            return TextValue.Empty.Around(Evaluate(call.Arguments.ElementAtOrDefault(1)?.Value, frame));
        return EvaluateAll(call.Arguments.Where(a => a.ArgumentKind != ArgumentKind.DefaultValue).Select(a => a.Value), frame);
    }

    private static bool IsMutator(string name) =>
        name.StartsWith("Add", StringComparison.Ordinal) || name.StartsWith("Append", StringComparison.Ordinal) || name.StartsWith("Insert", StringComparison.Ordinal)
        || name is "Clear" or "Remove" or "TryAdd" or "Push" or "Enqueue" or "Write" or "WriteLine" or "Replace" or "SetValue" or "Set" or "UnionWith";

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
