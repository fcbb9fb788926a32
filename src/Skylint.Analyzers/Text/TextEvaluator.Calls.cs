using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Text;

internal sealed partial class TextEvaluator
{
    private static readonly Regex s_placeholder = new(@"\{(\d+)[^{}]*\}", RegexOptions.Compiled | RegexOptions.CultureInvariant);

    private TextValue EvaluateInvocation(IInvocationOperation call, Frame frame)
    {
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return EvaluateDelegateCall(call, frame);
        if (IsSanitizer(method))
            return TextValue.Placeholder(call.Syntax);
        switch (model.Library.KindOf(method.ContainingType))
        {
            case LibraryKind.Carrier or LibraryKind.Container:
                return EvaluateCarrier(call, frame);
            case LibraryKind.Converter when method.ContainingType.Name == "BitConverter":
                // Its text is hexadecimal digits and dashes, whatever the bytes.
                return TextValue.Inert(call.Syntax);
            case LibraryKind.Converter:
                return method.Name is "ToString" or "FromBase64String" or "FromHexString" ? Evaluate(call.Arguments.FirstOrDefault()?.Value, frame) : TextValue.Inert(call.Syntax);
            case LibraryKind.Regex:
                return EvaluateRegex(call, frame);
            case LibraryKind.Reflection:
                // What is asked of a declaration is answered from the program's own text, whichever declaration it is.
                return method.Name == "GetManifestResourceStream" ? TextValue.FixedName(call.Syntax) : TextValue.Inert(call.Syntax);
            case LibraryKind.Pool:
                return TextValue.Empty;
            case LibraryKind.Quoting when method.Name == "QuoteIdentifier":
                return TextValue.Placeholder(call.Syntax);
        }

        if (method.ContainingType?.SpecialType == SpecialType.System_Enum)
            return TextValue.Inert(call.Syntax);
        if (method.Name == "ToString" && model.Library.IsInert(call.Instance?.Type))
            return TextValue.Inert(call.Syntax).Then(EvaluateAll(call.Arguments.Where(a => a.Value.Type?.SpecialType == SpecialType.System_String).Select(a => a.Value), frame));
        if (frame.Depth < MaxDepth && BodyOf(method) is { } body)
            return EvaluateBody(method, body, Bind(call, frame), frame, call);
        if (model.Sources.OfType(method.ContainingType) is { } kind && EvaluateSource(call, kind, frame) is { } source)
            return source;
        var receiver = EvaluateReceiver(call, frame);
        return receiver.Provenance == Provenance.External ? receiver : Unknown(call, OriginKind.Call, method.Name);
    }

    private bool IsSanitizer(IMethodSymbol method) =>
        sanitizers is { Count: > 0 } && sanitizers.Any(s => s == method.Name || s == method.ContainingType?.Name + "." + method.Name || s == method.ContainingType?.ToDisplayString() + "." + method.Name);

    /// <summary>The receiver of a call, also that of an extension method.</summary>
    private TextValue EvaluateReceiver(IInvocationOperation call, Frame frame)
    {
        if (call.Instance is { } instance)
            return instance is IInstanceReferenceOperation ? TextValue.Empty : Evaluate(instance, frame);
        return call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? Evaluate(call.Arguments[0].Value, frame) : TextValue.Empty;
    }

    private TextValue? EvaluateSource(IInvocationOperation call, OriginKind kind, Frame frame)
    {
        if (kind == OriginKind.File && call.Instance is { } reader)
        {
            // A reader over a resource reads what the program was built with.
            var stream = Evaluate(reader, frame);
            if (stream.Fragments.Count > 0 && stream.Provenance <= Provenance.Placeholder)
                return stream;
        }

        return call.Type?.SpecialType == SpecialType.System_Void ? null : External(call, kind, call.TargetMethod.Name);
    }

    private TextValue EvaluateCarrier(IInvocationOperation call, Frame frame)
    {
        var method = call.TargetMethod;
        switch (method.Name)
        {
            case "Format" or "AppendFormat" or "Create" when method.ContainingType.Name is "String" or "StringBuilder" or "FormattableStringFactory":
                return EvaluateFormat(call, frame);
            case "Replace" when method.ContainingType.SpecialType == SpecialType.System_String && call.Arguments.Length >= 2:
                return EvaluateReplace(call, frame);
            case "Trim" or "TrimStart" or "TrimEnd" or "Substring" or "Remove" or "PadLeft" or "PadRight" or "Split" or "ToUpper" or "ToLower" or "ToUpperInvariant" or "ToLowerInvariant"
                or "Normalize" or "Take" or "Skip" or "First" or "FirstOrDefault" or "Last" or "LastOrDefault" or "Single" or "SingleOrDefault"
                or "ElementAt" or "ElementAtOrDefault" or "GetValueOrDefault" or "OrderBy" or "OrderByDescending" or "ThenBy" or "Distinct" or "ToList" or "ToArray" or "Reverse"
                or "Pop" or "Peek" or "Dequeue" or "GetRange" or "ConfigureAwait" or "Copy":
                return call.Instance is not null ? Evaluate(call.Instance, frame) : Evaluate(call.Arguments.FirstOrDefault()?.Value, frame);
            case "Where" or "FindAll" when call.Arguments.Length > 0:
                var all = call.Instance is not null ? Evaluate(call.Instance, frame) : Evaluate(call.Arguments[0].Value, frame);
                return all.Provenance >= Provenance.Unknown && Accepted(call.Arguments[call.Arguments.Length - 1].Value, frame) is { } accepted ? all.AtMost(accepted) : all;
            case "Select" or "SelectMany" or "ConvertAll" when call.Arguments.Length > 0 && IsFunction(call.Arguments[call.Arguments.Length - 1].Value):
                return EvaluateFunction(call.Arguments[call.Arguments.Length - 1].Value, [EvaluateReceiver(call, frame)], frame);
            case "Clear" when method.Parameters.Length == 0:
                return TextValue.Empty;
            case "ToString" when call.Instance is not null && call.Instance is not IInstanceReferenceOperation:
                return EvaluateToString(call, frame);
            case "GetBytes" or "GetString" or "GetChars" or "GetByteCount":
                return EvaluateAll(call.Arguments.Select(a => a.Value), frame);
            case "Repeat" or "Range" or "Empty" when method.ContainingType.Name == "Enumerable":
                return method.Name == "Repeat" ? Evaluate(call.Arguments[0].Value, frame) : TextValue.Inert(call.Syntax);
            case "Join" when method.ContainingType.SpecialType == SpecialType.System_String:
                return Joined(call, frame);
        }

        var receiver = call.Instance is IInstanceReferenceOperation ? TextValue.Empty : Evaluate(call.Instance, frame);
        foreach (var argument in call.Arguments)
        {
            receiver = receiver.Then(IsFunction(argument.Value)
                ? EvaluateFunction(argument.Value, [EvaluateReceiver(call, frame)], frame)
                : Evaluate(argument.Value, frame));
        }

        return receiver;
    }

    private TextValue EvaluateToString(IInvocationOperation call, Frame frame)
    {
        var value = Evaluate(call.Instance, frame);
        return EvaluateAll(call.Arguments.Where(a => a.Value.Type?.SpecialType == SpecialType.System_String).Select(a => a.Value), frame) is { Provenance: >= Provenance.Unknown } format
            ? value.Then(format)
            : value;
    }

    // The separator stands between the elements, so the elements come first for whoever looks at what a fragment follows.
    private TextValue Joined(IInvocationOperation call, Frame frame) =>
        EvaluateAll(call.Arguments.Skip(1).Select(a => a.Value), frame).Then(Evaluate(call.Arguments[0].Value, frame));

    /// <summary>Template and values in the order in which they stand in the result, so that what surrounds a value is known.</summary>
    private TextValue EvaluateFormat(IInvocationOperation call, Frame frame)
    {
        var format = call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "format");
        var template = format is null ? TextValue.Empty : Evaluate(format.Value, frame);
        var values = new List<IOperation>();
        foreach (var argument in call.Arguments)
        {
            if (argument == format || argument.Parameter?.Name == "provider")
                continue;
            if (argument is { ArgumentKind: ArgumentKind.ParamArray or ArgumentKind.Explicit, Value: IArrayCreationOperation { Initializer: { } initializer } })
                values.AddRange(initializer.ElementValues);
            else
                values.Add(argument.Value);
        }

        if (template.Fragments.Count == 0 || template.Fragments.Any(f => f.Text is null))
            return template.Around(EvaluateAll(values, frame));
        var placed = new bool[values.Count];
        var piece = 0;
        var result = template.Expand(fragment =>
        {
            var text = fragment.Text!;
            var union = new TextUnion();
            var position = 0;
            foreach (Match match in s_placeholder.Matches(text))
            {
                union.Add(Piece(fragment, text.Substring(position, match.Index - position), ref piece));
                position = match.Index + match.Length;
                if (!int.TryParse(match.Groups[1].Value, out var ordinal) || ordinal >= values.Count)
                    continue;
                placed[ordinal] = true;
                union.Add(Evaluate(values[ordinal], frame));
            }

            union.Add(Piece(fragment, text.Substring(position), ref piece));
            return union.Value;
        });

        // Of several pieces, one may end in the middle of a placeholder.
        return template.Fragments.Count == 1 ? result : result.Around(EvaluateAll(values.Where((_, i) => !placed[i]), frame));
    }

    private TextValue EvaluateReplace(IInvocationOperation call, Frame frame)
    {
        var value = Evaluate(call.Instance, frame);
        var replacement = Evaluate(call.Arguments[1].Value, frame);
        if (call.Arguments[0].Value.ConstantValue is not { HasValue: true, Value: string { Length: > 0 } old } || value.Fragments.Any(f => f.IsBad) || replacement.Fragments.All(f => f.Text is not null))
            return value.Around(replacement);
        var piece = 0;
        return value.Expand(fragment =>
        {
            if (fragment.Text is not { } text || text.IndexOf(old, StringComparison.Ordinal) < 0)
                return TextValue.Of(fragment);
            var union = new TextUnion();
            var start = 0;
            for (var at = text.IndexOf(old, StringComparison.Ordinal); at >= 0; at = text.IndexOf(old, start, StringComparison.Ordinal))
            {
                union.Add(Piece(fragment, text.Substring(start, at - start), ref piece));
                union.Add(replacement);
                start = at + old.Length;
            }

            union.Add(Piece(fragment, text.Substring(start), ref piece));
            return union.Value;
        }).Around(replacement);
    }

    private static TextValue Piece(Fragment template, string text, ref int number)
    {
        number++;
        return text.Length == 0 ? TextValue.Empty : TextValue.Of(template with { Text = text, Name = number.ToString(System.Globalization.CultureInfo.InvariantCulture) });
    }

    private TextValue EvaluateRegex(IInvocationOperation call, Frame frame)
    {
        if (call.TargetMethod.Name == "Escape")
            return Evaluate(call.Arguments.FirstOrDefault()?.Value, frame);
        if (call.TargetMethod.Name is "Match" or "Matches" && PatternOf(call, frame) is { } matched && SafePatterns.MatchesOnlyNames(matched))
            return TextValue.Inert(call.Syntax);
        if (call.TargetMethod.Name is "Match" or "Matches" or "Split")
            return Evaluate(call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "input")?.Value, frame).Rewritten();
        if (call.TargetMethod.Name != "Replace")
            return Unknown(call, OriginKind.Call, call.TargetMethod.Name);
        var input = call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "input");
        var replacement = call.Arguments.FirstOrDefault(a => a.Parameter?.Name is "replacement" or "evaluator");
        var value = Evaluate(input?.Value, frame);
        if (PatternOf(call, frame) is { } pattern && SafePatterns.RemovesSyntax(pattern))
            value = value.AtMost(Provenance.Inert);
        if (replacement is null)
            return value;
        return value.Around(IsFunction(replacement.Value) ? EvaluateFunction(replacement.Value, [value], frame) : Evaluate(replacement.Value, frame));
    }

    /// <summary>The constant pattern of a <c>Regex</c> call: an argument, or what the instance was built with.</summary>
    internal string? PatternOf(IInvocationOperation call, Frame frame)
    {
        if (call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "pattern") is { } pattern)
            return pattern.Value.ConstantValue is { HasValue: true, Value: string text } ? text : null;
        if (call.Instance is IInvocationOperation { TargetMethod: var generated })
            return GeneratedPattern(generated);
        if (call.Instance is IPropertyReferenceOperation { Property: var partial })
            return GeneratedPattern(partial);
        var instance = Evaluate(call.Instance, frame);
        return instance.Fragments.Count == 1 ? instance.Fragments[0].Text : null;
    }

    private static string? GeneratedPattern(ISymbol member) =>
        member.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == "GeneratedRegexAttribute") is { ConstructorArguments: { Length: > 0 } arguments } ? arguments[0].Value as string : null;

    private static bool IsFunction(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        return operation is IDelegateCreationOperation or IAnonymousFunctionOperation or IMethodReferenceOperation;
    }

    private TextValue EvaluateFunction(IOperation function, IReadOnlyList<TextValue> arguments, Frame frame)
    {
        while (function is IConversionOperation or IDelegateCreationOperation or IParenthesizedOperation)
        {
            function = function switch
            {
                IConversionOperation conversion => conversion.Operand,
                IDelegateCreationOperation creation => creation.Target,
                _ => ((IParenthesizedOperation)function).Operand,
            };
        }

        switch (function)
        {
            case IAnonymousFunctionOperation lambda:
                return EvaluateReturns(lambda, frame.Enter(lambda.Symbol.Parameters.Select((p, i) => (p, i < arguments.Count ? arguments[i] : arguments.Count > 0 ? arguments[0] : TextValue.Empty))));
            case IMethodReferenceOperation reference:
                if (frame.Depth < MaxDepth && BodyOf(reference.Method) is { } body)
                    return EvaluateBody(reference.Method, body, reference.Method.OriginalDefinition.Parameters.Select((p, i) => (p, i < arguments.Count ? arguments[i] : TextValue.Empty)), frame);
                if (model.Library.IsInert(reference.Method.ReturnType))
                    return TextValue.Inert(function.Syntax);
                return model.Library.KindOf(reference.Method.ContainingType) is LibraryKind.Carrier or LibraryKind.Container && arguments.Count > 0
                    ? arguments[0]
                    : Unknown(function, OriginKind.Call, reference.Method.Name);
            default:
                return Unknown(function, OriginKind.Call, "");
        }
    }

    private TextValue EvaluateDelegateCall(IInvocationOperation call, Frame frame)
    {
        var arguments = call.Arguments.Select(a => Evaluate(a.Value, frame)).ToList();
        var target = call.Instance;
        if (BodyIndex.Variable(target) is ILocalSymbol local)
        {
            var value = TextValue.Empty;
            foreach (var definition in model.BodyOf(call).Definitions(local))
                value = value.Or(definition.Value is null ? Unknown(call, OriginKind.Call, local.Name) : EvaluateFunction(definition.Value, arguments, frame));
            return value;
        }

        return target is null ? Unknown(call, OriginKind.Call, "") : Unknown(call, OriginKind.Call, (target as IMemberReferenceOperation)?.Member.Name ?? "");
    }

    private IEnumerable<(IParameterSymbol, TextValue)> Bind(IInvocationOperation call, Frame frame, IArgumentOperation? except = null)
    {
        var result = new List<(IParameterSymbol, TextValue)>();
        foreach (var argument in call.Arguments)
        {
            if (argument != except && argument.Parameter is { } parameter)
                result.Add((call.TargetMethod.OriginalDefinition.Parameters[parameter.Ordinal], IsFunction(argument.Value) ? TextValue.Empty : Evaluate(argument.Value, frame)));
        }

        // An extension method called as one is bound unreduced; nothing more to do.
        return result;
    }

    private TextValue EvaluateBody(IMethodSymbol method, IOperation body, IEnumerable<(IParameterSymbol, TextValue)> arguments, Frame frame, IInvocationOperation? call = null)
    {
        // A recursive call adds nothing that the outer one does not return.
        var inner = frame.Enter(arguments, call);
        return Once(method, Frame.Root, () => EvaluateReturns(body, inner), isKept: false);
    }

    /// <summary>The union of what a body returns, leaving out the functions nested in it.</summary>
    private TextValue EvaluateReturns(IOperation body, Frame frame)
    {
        var union = new TextUnion(TextShape.Choice);
        foreach (var returned in model.BodyOf(body).ReturnsOf(body))
            union.Add(Evaluate(returned.ReturnedValue, frame));
        return union.Value;
    }

    /// <summary>The body that a call surely runs; null for virtual calls and for code that is not in the compilation.</summary>
    private IOperation? BodyOf(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        definition = definition.PartialImplementationPart ?? definition;
        if (definition.IsAbstract || definition.IsExtern || ((definition.IsVirtual || definition.IsOverride) && !definition.IsSealed && !definition.ContainingType.IsSealed))
            return null;
        if (definition.DeclaringSyntaxReferences.Length == 0)
            return null;
        return model.OperationOf(definition.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken), null, cancellationToken) switch
        {
            IMethodBodyBaseOperation body when body.BlockBody is not null || body.ExpressionBody is not null => body,
            ILocalFunctionOperation { Body: not null } function => function,
            IBlockOperation block => block,
            _ => null,
        };
    }
}
