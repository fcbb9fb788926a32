using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Sdk.Model;

namespace Skylint.Observability;

/// <summary>Whether a message may carry a trace context: because the code around it speaks of one, or because it does not show what the message is made of.</summary>
internal sealed class TraceContextEvidence(AwsSdk sdk, CancellationToken cancellation)
{
    private const int MaxDepth = 3;

    // The last three: transports that copy what they are given, and telemetry of a kind that is not known here.
    private static readonly string[] s_words = ["traceparent", "traceheader", "tracecontext", "traceid", "xamzntrace", "inject", "propagat", "activitycontext", "diagnosticid", "header", "properties", "telemetry"];

    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    public bool MayCarry(OperationCall call)
    {
        if (call.Invocation.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member && Speaks(member))
            return true;
        foreach (var argument in call.Invocation.Arguments)
        {
            // Text and numbers say nothing about attributes; a text may be an envelope, which the helper that writes it would show.
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter?.Type.Name != "CancellationToken" && IsOpen(argument.Value, MaxDepth))
                return true;
        }

        return false;
    }

    /// <summary>True when a value, or a part of it, comes from where a context may have been added.</summary>
    private bool IsOpen(IOperation value, int depth)
    {
        cancellation.ThrowIfCancellationRequested();
        value = value.Unwrapped();
        switch (value)
        {
            case IObjectCreationOperation creation when HoldsMessages(creation.Type):
                return IsHandedOn(creation) || creation.ChildOperations.Any(child => IsOpen(child, depth));
            case ILocalReferenceOperation local:
                return IsOpenLocal(local, depth);
            case IInvocationOperation call:
                return IsOpenCall(call, depth);
            case IAwaitOperation awaited:
                return IsOpen(awaited.Operation, depth);
            case ISimpleAssignmentOperation assignment:
                return IsOpen(assignment.Value, depth);
            case IMemberInitializerOperation member:
                return IsOpen(member.Initializer, depth);
            case IParameterReferenceOperation or IMemberReferenceOperation:
                return HoldsMessages(value.Type) || HasTraceMember(value.Type);
            default:
                return value.ChildOperations.Any(child => IsOpen(child, depth));
        }
    }

    private bool IsOpenLocal(ILocalReferenceOperation local, int depth)
    {
        if (HasTraceMember(local.Local.Type))
            return true;
        if (!_seen.Add(local.Local))
            return false;
        var index = BodyIndex.Of(local);
        var values = index.Values(local.Local);

        // What has no value is a loop's or a lambda's variable: its source is not followed.
        if (values.Count == 0)
            return HoldsMessages(local.Local.Type);
        return values.Any(value => IsOpen(value, depth))
            || (HoldsMessages(local.Local.Type) && index.References(local.Local).Any(reference => IsHandedOn(reference) || IsAssignedOpen(reference, depth)));
    }

    /// <summary>A request or list that other code gets to see may be changed there. The SDK and collections take it as it is.</summary>
    private bool IsHandedOn(IOperation reference)
    {
        while (reference.Parent is IConversionOperation)
            reference = reference.Parent;
        return reference.Parent is IArgumentOperation { Parent: IInvocationOperation call } argument
            && !AwsSdk.IsAmazon(call.TargetMethod.ContainingType)
            && !(call.Instance is { } instance && AwsSdk.IsCollection(instance.Type!))
            && !(argument.Parameter?.Ordinal == 0 && call.TargetMethod.IsExtensionMethod && IsSystem(call.TargetMethod.ContainingType));
    }

    /// <summary>What is set on the object, or added to the list, after it was made.</summary>
    private bool IsAssignedOpen(IOperation reference, int depth)
    {
        switch (reference.Parent)
        {
            case IPropertyReferenceOperation { Parent: IAssignmentOperation assignment } property when assignment.Target == property:
                return IsOpen(assignment.Value, depth);
            case IInvocationOperation call when call.Instance == reference:
                return call.Arguments.Any(argument => IsOpen(argument.Value, depth));
            default:
                return false;
        }
    }

    private bool IsOpenCall(IInvocationOperation call, int depth)
    {
        if (call.Arguments.Any(argument => argument.Value is { } value && HasTraceMember(value.Unwrapped().Type)))
            return true;
        var method = (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition;
        if (method.DeclaringSyntaxReferences.Length == 0)
        {
            // LINQ, serializers and the like pass on what they are given; a library that returns a message may have added to it.
            return (HoldsMessages(call.Type) && !IsSystem(method.ContainingType) && !AwsSdk.IsAmazon(method.ContainingType)) || call.ChildOperations.Any(child => IsOpen(child, depth));
        }

        if (!_seen.Add(method))
            return false;
        if (depth == 0 || method.IsAbstract || method.IsVirtual || method.IsOverride)
            return true;
        return method.DeclaringSyntaxReferences.Any(reference => Speaks(reference.GetSyntax(cancellation))) || call.ChildOperations.Any(child => child is not IInstanceReferenceOperation && IsOpen(child, depth - 1));
    }

    /// <summary>A request, one of its parts, or a collection of either.</summary>
    private bool HoldsMessages(ITypeSymbol? type) => type switch
    {
        null => false,
        IArrayTypeSymbol array => HoldsMessages(array.ElementType),
        INamedTypeSymbol { IsGenericType: true } named => named.TypeArguments.Any(HoldsMessages),
        _ => sdk.KindOf(type) is SdkKind.Request or SdkKind.Part,
    };

    /// <summary>A message type of the code's own that has a place for a trace, in itself or in a part such as its metadata: an envelope.</summary>
    private static bool HasTraceMember(ITypeSymbol? type, int depth = MaxDepth)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface, SpecialType: SpecialType.None } named || AwsSdk.IsAmazon(type) || IsSystem(type))
            return false;
        if (depth > 0 && named.TypeArguments.Any(argument => HasTraceMember(argument, depth - 1)))
            return true;
        foreach (var member in Bases(named).SelectMany(at => at.GetMembers()))
        {
            var value = member switch { IPropertySymbol property => property.Type, IFieldSymbol { IsImplicitlyDeclared: false } field => field.Type, _ => null };
            if (value is not null && (member.Name.IndexOf("trace", StringComparison.OrdinalIgnoreCase) >= 0 || (depth > 0 && !member.IsStatic && HasTraceMember(value, depth - 1))))
                return true;
        }

        return false;
    }

    private static IEnumerable<ITypeSymbol> Bases(ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Interface)
            return type.AllInterfaces.Prepend(type);
        var bases = new List<ITypeSymbol>();
        for (var at = type; at is not null && at.SpecialType == SpecialType.None; at = at.BaseType)
            bases.Add(at);
        return bases;
    }

    private static bool IsSystem(ITypeSymbol? type)
    {
        var space = type?.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;
        return space?.Name is "System" or "Newtonsoft" or "Microsoft";
    }

    private bool Speaks(SyntaxNode code)
    {
        foreach (var token in code.DescendantTokens())
        {
            cancellation.ThrowIfCancellationRequested();
            if (!token.IsKind(SyntaxKind.IdentifierToken) && !token.IsKind(SyntaxKind.StringLiteralToken))
                continue;
            var text = token.ValueText.Replace("-", "").Replace("_", "").ToLowerInvariant();
            if (s_words.Any(word => text.IndexOf(word, StringComparison.Ordinal) >= 0) || (text == "current" && token.Parent?.Parent is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Activity" } }))
                return true;
        }

        return false;
    }
}
