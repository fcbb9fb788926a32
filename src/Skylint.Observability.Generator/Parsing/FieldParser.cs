using Microsoft.CodeAnalysis;

namespace Skylint.Observability.Generator;

/// <summary>Reads which arguments of a method are recorded, and where.</summary>
internal static class FieldParser
{
    private const int MaxMetricTags = 6;

    public static IReadOnlyList<FieldModel> Parse(IMethodSymbol method, IReadOnlyList<TemplatePart> template, Problems problems)
    {
        var onSpan = new List<FieldModel>();
        var logOnly = new List<FieldModel>();
        foreach (var parameter in method.Parameters)
        {
            var tag = parameter.Find(Names.Tag);
            var inTemplate = template.Any(part => part.IsHole && part.Text == parameter.Name);
            if (tag is null && !inTemplate)
                continue;
            if (parameter.Find(Names.Sensitive) is not null)
            {
                problems.Add(Diagnostics.SensitiveEmitted, parameter, parameter.Name, tag is not null ? "also a tag" : "its method's message template names it");
                continue;
            }

            if (parameter.RefKind == RefKind.Out || RefStructs.MayBe(parameter.Type) || parameter.Type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer)
            {
                problems.Add(Diagnostics.UnsupportedShape, parameter, parameter.Name, "an out parameter, a ref struct or a pointer has no value to record");
                continue;
            }

            if (tag is null)
            {
                logOnly.Add(Field(parameter, parameter.Name, null));
                continue;
            }

            var field = Field(parameter, tag.ConstructorString(0) is { Length: > 0 } name ? name : parameter.Name, tag);
            if (field.OnMetric && !IsBounded(parameter.Type, field))
                problems.Add(Diagnostics.UnboundedMetricTag, parameter, parameter.Name, $"'{parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'");
            if (PersonalData.IsNamedBy(parameter.Name) || PersonalData.IsNamedBy(field.Key))
                problems.Add(Diagnostics.PersonalData, parameter, parameter.Name);
            onSpan.Add(field);
        }

        foreach (var twice in onSpan.GroupBy(field => field.Key).Where(group => group.Count() > 1))
            problems.Add(Diagnostics.TagConflict, method, method.Name, $"name '{twice.Key}' twice");
        if (onSpan.Count(field => field.OnMetric) > MaxMetricTags)
            problems.Add(Diagnostics.TagConflict, method, method.Name, $"put more than {MaxMetricTags} on the metric, beside the operation's name and the error's type");
        return [.. onSpan, .. logOnly];
    }

    private static FieldModel Field(IParameterSymbol parameter, string key, AttributeData? tag)
    {
        var type = parameter.Type;

        // The structure that holds the value knows nothing of the method's type parameters, and a dynamic value would be read by reflection.
        var isObject = type.TypeKind == TypeKind.Dynamic || TypeText.Mentions(type, p => p.TypeParameterKind == TypeParameterKind.Method);
        var underlying = !isObject && type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        var isNullableValue = !ReferenceEquals(underlying, type);
        var kind = isObject ? TagKind.Text : Kind(underlying);
        return new FieldModel(
            key,
            parameter.Name,
            isObject ? "object" : TypeText.Full(type),
            kind,
            type.SpecialType == SpecialType.System_String,
            isNullableValue,
            OnSpan: tag is not null,
            OnMetric: tag is not null && tag.Bool("Metric"),
            new EquatableArray<string>(tag?.Strings("Values").Distinct() ?? []),
            tag?.Int("MaxValues") ?? 0,
            kind == TagKind.Enum ? TypeText.Plain(underlying) : null,
            new EquatableArray<EnumMember>(kind == TagKind.Enum ? EnumMembers(underlying) : []));
    }

    private static bool IsBounded(ITypeSymbol type, FieldModel field) => field.Kind switch
    {
        TagKind.Boolean => true,
        TagKind.Enum => !(type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type).GetAttributes()
            .Any(attribute => attribute.AttributeClass is { Name: "FlagsAttribute", ContainingNamespace.Name: "System" }),
        _ => field.IsString && (field.Values.Count > 0 || field.MaxValues > 0),
    };

    private static TagKind Kind(ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Enum)
            return TagKind.Enum;
        return type.SpecialType switch
        {
            SpecialType.System_Boolean => TagKind.Boolean,
            SpecialType.System_String or SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16
                or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_Single or SpecialType.System_Double => TagKind.Object,
            _ when type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String or SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double or SpecialType.System_Boolean } => TagKind.Object,
            _ => TagKind.Text,
        };
    }

    private static IEnumerable<EnumMember> EnumMembers(ITypeSymbol type)
    {
        var seen = new HashSet<object>();
        var text = TypeText.Plain(type);
        foreach (var member in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (member is { HasConstantValue: true, ConstantValue: { } value } && seen.Add(value))
            {
                // What must not be named any more can still arrive.
                yield return new EnumMember(member.Name, AttributeText.Warnings(member).Length > 0 ? $"({text})({value})" : $"{text}.{TypeText.Identifier(member.Name)}");
            }
        }
    }
}
