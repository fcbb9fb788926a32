using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Skylint.Observability.Generator;

/// <summary>Reads an observed interface: every member that the decorator has to implement.</summary>
internal static class InterfaceParser
{
    /// <summary>The model, or null when there is a reason not to write a decorator.</summary>
    public static InterfaceModel? Parse(INamedTypeSymbol type, Problems problems, CancellationToken cancellation)
    {
        for (INamedTypeSymbol? outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal) || outer.IsFileLocal)
            {
                problems.Add(Diagnostics.UnsupportedShape, type, type.Name, "the decorator stands in a file of its own and cannot see the type; make it at least internal");
                return null;
            }
        }

        var attribute = type.Find(Names.Observed);
        var members = new List<MemberModel>();
        var identifiers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var member in type.AllInterfaces.Reverse().Prepend(type).SelectMany(i => i.GetMembers()))
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsImplementable(member, problems, type))
                members.AddRange(Member(type, member, attribute, identifiers, problems));
        }

        if (problems.HasErrors)
            return null;
        var typeParameters = AllTypeParameters(type);
        return new InterfaceModel(
            HintName(type),
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            IsPublic(type) ? "public" : "internal",
            TypeText.Full(type),
            ShortName(type),
            string.Join(", ", typeParameters.Select(parameter => TypeText.Identifier(parameter.Name))),
            TypeText.Constraints(typeParameters),
            new EquatableArray<MemberModel>(members));
    }

    /// <summary>What the decorator and its registration are named after: the name without its I, after the names of the types around it.</summary>
    public static string ShortName(INamedTypeSymbol type)
    {
        var name = type.Name;
        if (name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]))
            name = name.Substring(1);
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            name = outer.Name + name;
        return name;
    }

    public static string HintName(INamedTypeSymbol type)
    {
        var name = type.ToDisplayString(new SymbolDisplayFormat(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces));
        var arity = AllTypeParameters(type).Count;
        return name + (arity == 0 ? "" : "-" + arity);
    }

    private static bool IsImplementable(ISymbol member, Problems problems, INamedTypeSymbol type)
    {
        if (member is INamedTypeSymbol || member is IMethodSymbol { MethodKind: not MethodKind.Ordinary } || member is IFieldSymbol)
            return false;
        if (member.IsStatic)
        {
            if (member.IsAbstract)
                problems.Add(Diagnostics.UnsupportedShape, type, type.Name, $"'{member.Name}' is static and abstract, which no object can stand in for");
            return false;
        }

        if (!member.IsAbstract && !member.IsVirtual)
            return false;
        if (member is IMethodSymbol { ExplicitInterfaceImplementations.Length: > 0 } or IPropertySymbol { ExplicitInterfaceImplementations.Length: > 0 } or IEventSymbol { ExplicitInterfaceImplementations.Length: > 0 })
            return false;
        if (member.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal))
        {
            problems.Add(Diagnostics.UnsupportedShape, type, type.Name, $"'{member.Name}' is not accessible, so calls cannot be passed on");
            return false;
        }

        return true;
    }

    private static IEnumerable<MemberModel> Member(INamedTypeSymbol type, ISymbol member, AttributeData? attribute, Dictionary<string, int> identifiers, Problems problems)
    {
        var declaring = TypeText.Full(member.ContainingType);
        var inner = SymbolEqualityComparer.Default.Equals(member.ContainingType, type) ? "_inner" : $"(({declaring})_inner)";
        switch (member)
        {
            case IMethodSymbol method:
                if (HasPointer(method))
                {
                    problems.Add(Diagnostics.UnsupportedShape, method, method.Name, "it takes or returns pointers");
                    yield break;
                }

                var parameters = SignatureParser.Parameters(method.Parameters, partial: false);
                var typeArguments = SignatureParser.TypeArguments(method);
                var name = TypeText.Identifier(method.Name);
                var seen = identifiers.TryGetValue(method.Name, out var count) ? count : 0;
                identifiers[method.Name] = seen + 1;
                var call = method.Find(Names.NotObserved) is not null ? null : CallParser.Parse(method, method.Find(Names.Observed), attribute, seen == 0 ? method.Name : method.Name + (seen + 1), problems);
                yield return new MemberModel(
                    $"{SignatureParser.ReturnType(method)} {declaring}.{name}{typeArguments}({string.Join(", ", parameters.Select(p => p.Declaration))})",
                    TypeText.ExplicitConstraints(method),
                    $"{inner}.{name}{typeArguments}({string.Join(", ", parameters.Select(p => p.Argument))})",
                    null,
                    method.ReturnsByRefReadonly,
                    method.ReturnsVoid,
                    new EquatableArray<ParameterModel>(parameters),
                    call);
                break;

            case IPropertySymbol property:
                if (property.SetMethod is { IsInitOnly: true })
                {
                    problems.Add(Diagnostics.UnsupportedShape, property, property.Name, "a decorator cannot pass on what is set during initialization; declare it with get alone, or with set");
                    yield break;
                }

                var indexes = SignatureParser.Parameters(property.Parameters, partial: false);
                var target = property.IsIndexer ? $"{inner}[{string.Join(", ", indexes.Select(p => p.Argument))}]" : $"{inner}.{TypeText.Identifier(property.Name)}";
                var reference = property.ReturnsByRefReadonly ? "ref readonly " : property.ReturnsByRef ? "ref " : "";
                var accessors = new List<string>();
                if (property.GetMethod is not null)
                    accessors.Add($"get {{ return {(reference.Length > 0 ? "ref " : "")}{target}; }}");
                if (property.SetMethod is not null)
                    accessors.Add($"set {{ {target} = value; }}");
                var header = property.IsIndexer
                    ? $"{reference}{TypeText.Full(property.Type)} {declaring}.this[{string.Join(", ", indexes.Select(p => p.Declaration))}]"
                    : $"{reference}{TypeText.Full(property.Type)} {declaring}.{TypeText.Identifier(property.Name)}";
                yield return new MemberModel(header, "", target, new EquatableArray<string>(accessors), false, false, default, null);
                break;

            case IEventSymbol e:
                var handler = $"{inner}.{TypeText.Identifier(e.Name)}";
                yield return new MemberModel(
                    $"event {TypeText.Full(e.Type)} {declaring}.{TypeText.Identifier(e.Name)}",
                    "",
                    handler,
                    new EquatableArray<string>([$"add {{ {handler} += value; }}", $"remove {{ {handler} -= value; }}"]),
                    false,
                    false,
                    default,
                    null);
                break;
        }
    }

    internal static bool HasPointer(IMethodSymbol method) =>
        method.ReturnType.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer || method.Parameters.Any(p => p.Type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer);

    private static bool IsPublic(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.DeclaredAccessibility != Accessibility.Public)
                return false;
        }

        return true;
    }

    private static List<ITypeParameterSymbol> AllTypeParameters(INamedTypeSymbol type)
    {
        var all = new List<ITypeParameterSymbol>();
        for (INamedTypeSymbol? outer = type; outer is not null; outer = outer.ContainingType)
            all.InsertRange(0, outer.TypeParameters);
        return all;
    }
}
