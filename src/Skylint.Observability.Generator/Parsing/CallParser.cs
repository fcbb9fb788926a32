using Microsoft.CodeAnalysis;

namespace Skylint.Observability.Generator;

/// <summary>Reads what is observed about a method: names, level, template, fields, and how the call ends.</summary>
internal static class CallParser
{
    private static readonly string[] s_kinds = ["Internal", "Server", "Client", "Producer", "Consumer"];
    private static readonly string[] s_levels = ["Trace", "Debug", "Information", "Warning", "Error", "Critical", "None"];

    /// <summary>The model, or null where the method returns what cannot be observed.</summary>
    /// <param name="method">The method.</param>
    /// <param name="own">The method's own attribute; null when it has none.</param>
    /// <param name="outer">The interface's attribute; null when there is none.</param>
    /// <param name="identifier">What names the method among those of its type.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static CallModel? Parse(IMethodSymbol method, AttributeData? own, AttributeData? outer, string identifier, Problems problems)
    {
        var logEvent = method.Find(Names.LogEvent);
        var template = logEvent?.ConstructorString(1);
        IReadOnlyList<TemplatePart> parts = [];
        if (template is not null)
        {
            parts = TemplateParser.Parse(template, out var error);
            if (error is not null)
                problems.Add(Diagnostics.UnknownHole, method, method.Name, error);
            foreach (var hole in parts.Where(part => part.IsHole && !method.Parameters.Any(parameter => parameter.Name == part.Text)))
                problems.Add(Diagnostics.UnknownHole, method, method.Name, $"names '{hole.Text}', which is no parameter");
        }

        var fields = FieldParser.Parse(method, parts, problems);
        if (Shape(method, problems) is not { } shape)
            return null;
        return new CallModel(
            identifier,
            own?.String("Name") is { Length: > 0 } name ? name : $"{method.ContainingType.Name}.{method.Name}",
            Member(s_kinds, own?.Int("Kind") ?? outer?.Int("Kind"), 0),
            Member(s_levels, logEvent is not null ? logEvent.Int("Level") ?? own?.Int("SuccessLevel") : own?.Int("SuccessLevel") ?? outer?.Int("SuccessLevel"), 2),
            logEvent?.ConstructorInt(0) ?? 0,
            logEvent is null ? null : logEvent.String("Name") ?? method.Name,
            template,
            new EquatableArray<TemplatePart>(parts),
            new EquatableArray<FieldModel>(fields),
            shape,
            TypeText.Full(method.ReturnType),
            AttributeText.Warnings(method),
            shape is not (ReturnShape.Reference or ReturnShape.RefStruct) && !method.IsGenericMethod && !method.Parameters.Any(parameter => RefStructs.MayBe(parameter.Type)),
            method.Parameters.FirstOrDefault(parameter => parameter.RefKind != RefKind.Out && IsIn(parameter.Type, "CancellationToken", "System", "Threading")) is { } token ? TypeText.Identifier(token.Name) : null);
    }

    public static bool IsIn(ITypeSymbol type, string name, params string[] namespaces)
    {
        if (type.Name != name)
            return false;
        var space = type.ContainingNamespace;
        for (var i = namespaces.Length - 1; i >= 0; i--)
        {
            if (space is null || space.Name != namespaces[i])
                return false;
            space = space.ContainingNamespace;
        }

        return space is { IsGlobalNamespace: true };
    }

    private static ReturnShape? Shape(IMethodSymbol method, Problems problems)
    {
        if (method.ReturnsVoid)
            return ReturnShape.Nothing;
        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
            return ReturnShape.Reference;
        var type = method.ReturnType.OriginalDefinition;
        if (IsIn(type, "Task", "System", "Threading", "Tasks") || IsIn(type, "ValueTask", "System", "Threading", "Tasks"))
            return ReturnShape.Awaitable;
        if (IsIn(type, "IAsyncEnumerable", "System", "Collections", "Generic"))
            return ReturnShape.Stream;
        if (RefStructs.MayBe(method.ReturnType))
            return ReturnShape.RefStruct;
        if (IsAwaitable(method.ReturnType))
        {
            problems.Add(Diagnostics.UnsupportedShape, method, method.Name, $"it returns '{method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}', and the end of that awaitable is not known; return Task or ValueTask");
            return null;
        }

        return ReturnShape.Value;
    }

    private static bool IsAwaitable(ITypeSymbol type)
    {
        if (type is ITypeParameterSymbol parameter)
            return parameter.ConstraintTypes.Any(IsAwaitable);
        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (at.GetMembers("GetAwaiter").Any(member => member is IMethodSymbol { IsStatic: false, Parameters.Length: 0 }))
                return true;
        }

        return type.TypeKind == TypeKind.Interface && type.AllInterfaces.Any(i => i.GetMembers("GetAwaiter").Length > 0);
    }

    private static string Member(string[] members, int? value, int fallback) => members[value is { } v && v >= 0 && v < members.Length ? v : fallback];
}
