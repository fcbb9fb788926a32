using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Text.Secrets;

/// <summary>
/// Decides whether an expression hands over a secret that the program itself contains. Provenance alone joins all that may arrive, and one
/// piece from outside makes the whole unknown; a secret that arrives on one way of several is still written in the code. So the ways
/// are told apart here, as far as the code shows them, and the provenance of each is asked for on its own.
/// </summary>
internal sealed class SecretText(TextModel model, CancellationToken cancellationToken)
{
    private const int MaxDepth = 8;
    private const int MaxAlternatives = 32;

    private int _left = MaxAlternatives;

    /// <summary>True when one of the values that may arrive is fixed and <paramref name="isSecret"/> says so of its text.</summary>
    public bool HoldsFixed(IOperation value, Func<string, bool> isSecret) =>
        Alternatives(value, 0).Any(alternative => FixedTexts(alternative) is { } texts && texts.Any(isSecret));

    /// <summary>True when one of the values that may arrive is made of fixed bytes: a key that is written as numbers or as text.</summary>
    public bool HoldsFixedBytes(IOperation value, Func<string, bool> isSecret) =>
        Alternatives(value, 0).Any(alternative => FixedTexts(alternative) is { } texts ? texts.Any(isSecret) : IsFixedBytes(alternative));

    /// <summary>True when one of the values that may arrive is a fixed token, alone or behind the name of its scheme.</summary>
    public bool HoldsToken(IOperation value, Func<string, bool> isSecret)
    {
        foreach (var alternative in Alternatives(value, 0))
        {
            var parts = Parts(alternative, 0).ToList();
            if (parts.Count == 2 && parts[0].ConstantValue is { HasValue: true, Value: string scheme } && scheme.TrimEnd().IndexOf(' ') < 0 && scheme.EndsWith(" ", StringComparison.Ordinal))
            {
                if (HoldsFixed(parts[1], isSecret))
                    return true;
            }
            else if (FixedTexts(alternative) is { } texts && texts.Any(text => isSecret(WithoutScheme(text))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when one of the texts that may arrive has a fixed password in it.</summary>
    public bool HoldsPassword(IOperation value)
    {
        foreach (var alternative in Alternatives(value, 0))
        {
            var text = "";
            foreach (var part in Parts(alternative, 0))
            {
                if (part.ConstantValue is { HasValue: true, Value: string constant })
                {
                    text += constant;
                    continue;
                }

                if (ConnectionText.AwaitsPassword(text) && !ConnectionText.IsLocal(text) && HoldsFixed(part, t => !SecretShape.IsPlaceholder(t)))
                    return true;
                foreach (var fragment in Evaluate(part).Fragments)
                    text += fragment.Text ?? ConnectionText.Hole;
            }

            if (ConnectionText.HasPassword(text))
                return true;
        }

        return false;
    }

    /// <summary>The token behind the name of its scheme.</summary>
    private static string WithoutScheme(string text)
    {
        var trimmed = text.Trim();
        var space = trimmed.IndexOf(' ');
        return space is > 0 and < 12 ? trimmed.Substring(space + 1).Trim() : trimmed;
    }

    private TextValue Evaluate(IOperation operation)
    {
        var evaluator = new TextEvaluator(model, cancellationToken);
        var value = evaluator.Evaluate(operation);
        return evaluator.GaveUp ? TextValue.Of(new Fragment(Provenance.Unknown, null, operation.Syntax, OriginKind.Value, "")) : value;
    }

    /// <summary>The texts of a value that is wholly fixed; null when it is not, or when no text of it is known.</summary>
    private IReadOnlyList<string>? FixedTexts(IOperation operation)
    {
        if (operation is IUtf8StringOperation bytes)
            return [bytes.Value];
        var value = Evaluate(operation);
        if (!value.Fragments.All(f => f.Provenance == Provenance.Fixed || IsNumber(f)))
            return null;
        var texts = value.Fragments.Where(f => f.Text is { Length: > 0 }).Select(f => f.Text!).ToList();
        return texts.Count == 0 ? null : texts;
    }

    private bool IsFixedBytes(IOperation operation)
    {
        var fragments = Evaluate(operation).Fragments;
        return fragments.Count >= 8 && fragments.All(IsNumber);
    }

    private static bool IsNumber(Fragment fragment) =>
        fragment is { Provenance: Provenance.Inert, Origin: LiteralExpressionSyntax or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax } or CastExpressionSyntax { Expression: LiteralExpressionSyntax } };

    /// <summary>The expressions whose value may be the whole value.</summary>
    private IEnumerable<IOperation> Alternatives(IOperation operation, int depth)
    {
        if (_left <= 0)
            yield break;
        if (depth >= MaxDepth || operation.ConstantValue.HasValue)
        {
            _left--;
            yield return operation;
            yield break;
        }

        IEnumerable<IOperation?> inner;
        switch (operation)
        {
            case IConversionOperation { OperatorMethod: null } conversion:
                inner = [conversion.Operand];
                break;
            case IParenthesizedOperation parenthesized:
                inner = [parenthesized.Operand];
                break;
            case IConditionalOperation conditional:
                inner = [conditional.WhenTrue, conditional.WhenFalse];
                break;
            case ICoalesceOperation coalesce:
                inner = [coalesce.Value, coalesce.WhenNull];
                break;
            case ISwitchExpressionOperation @switch:
                inner = @switch.Arms.Select(arm => arm.Value);
                break;
            case ILocalReferenceOperation { IsDeclaration: false } local when Definitions(local) is { } definitions:
                inner = definitions;
                break;
            case IPropertyReferenceOperation { Arguments.Length: > 0 }:
                // Provenance knows what the code puts into a collection, not what else has filled it.
                yield break;
            case IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } }:
                // A delegate can be called with anything by whoever it is handed to.
                yield break;
            case IInvocationOperation call when Recoded(call) is { } recoded:
                inner = [recoded];
                break;
            default:
                _left--;
                yield return operation;
                yield break;
        }

        foreach (var alternative in inner)
        {
            if (alternative is null)
                continue;
            foreach (var found in Alternatives(alternative, depth + 1))
                yield return found;
        }
    }

    /// <summary>What is written to the local before the use, as far as it is written whole; null when pieces are appended to it.</summary>
    private IReadOnlyList<IOperation>? Definitions(ILocalReferenceOperation local)
    {
        var (definitions, _) = model.BodyOf(local).Reaching(local.Local, local.Syntax);
        return definitions.Any(d => d.Kind == DefinitionKind.Append) ? null : [.. definitions.Where(d => d.Kind == DefinitionKind.Set).Select(d => d.Value).OfType<IOperation>()];
    }

    /// <summary>What a call writes in another form, without adding anything: encodings and hashes keep a fixed value fixed.</summary>
    private static IOperation? Recoded(IInvocationOperation call)
    {
        switch (call.TargetMethod.Name)
        {
            case "GetBytes" or "FromBase64String" or "FromHexString" or "ToBase64String" or "ToHexString" or "HashData" or "ComputeHash" when call.Arguments.Length == 1 && LibraryTypes.NamespaceOf(call.TargetMethod.ContainingType) is "System" or "System.Text" or "System.Security.Cryptography":
                var argument = call.Arguments[0].Value;
                return argument.Type?.SpecialType == SpecialType.System_Int32 ? null : argument;
            case "Trim" or "ToCharArray" when call.Instance?.Type?.SpecialType == SpecialType.System_String:
                return call.Instance;
            case "AsSpan" when call.Arguments.Length == 1:
                return call.Arguments[0].Value;
            case "ToArray" when call.Arguments.Length == 0 && call.Instance?.Type?.Name == "ReadOnlySpan":
                return call.Instance;
            default:
                return null;
        }
    }

    /// <summary>The pieces of a concatenation, in their order.</summary>
    private IEnumerable<IOperation> Parts(IOperation operation, int depth)
    {
        if (depth >= MaxDepth * 4 || operation.ConstantValue.HasValue)
            return [operation];
        switch (operation)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum when sum.Type?.SpecialType == SpecialType.System_String:
                return Parts(sum.LeftOperand, depth + 1).Concat(Parts(sum.RightOperand, depth + 1));
            case IInterpolatedStringOperation interpolated:
                return interpolated.Parts.SelectMany(part => part switch
                {
                    IInterpolatedStringTextOperation text => Parts(text.Text, depth + 1),
                    IInterpolationOperation hole => Parts(hole.Expression, depth + 1),
                    _ => [part],
                });
            case IConversionOperation { OperatorMethod: null } conversion:
                return Parts(conversion.Operand, depth + 1);
            case IParenthesizedOperation parenthesized:
                return Parts(parenthesized.Operand, depth + 1);
            default:
                return [operation];
        }
    }
}
