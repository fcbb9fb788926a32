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

        var typeParameters = AllTypeParameters(type);
        if (typeParameters.GroupBy(parameter => parameter.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            problems.Add(Diagnostics.UnsupportedShape, type, type.Name, $"it and a type around it have a type parameter '{twice.Key}' each, and the decorator would have two; rename one");
        if (NameTaken(type) is { } taken)
            problems.Add(Diagnostics.UnsupportedShape, type, type.Name, taken);
        var attribute = type.Find(Names.Observed);
        var members = new List<MemberModel>();
        var all = type.AllInterfaces.Reverse().Prepend(type).SelectMany(i => i.GetMembers()).ToList();
        var identifiers = new Identifiers(all.Select(member => member.Name));
        foreach (var member in all)
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsImplementable(member, problems, type))
                members.AddRange(Member(type, member, attribute, identifiers, problems));
        }

        if (problems.HasErrors)
            return null;
        return new InterfaceModel(
            HintName(type),
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            IsPublic(type) ? "public" : "internal",
            TypeText.Full(type),
            ShortName(type),
            string.Join(", ", typeParameters.Select(parameter => TypeText.Identifier(parameter.Name))),
            SignatureParser.TypeParameters(typeParameters),
            TypeText.Constraints(typeParameters),
            AttributeText.Warnings(type),
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
        if (member is INamedTypeSymbol or IFieldSymbol)
            return false;
        if (member.IsStatic)
        {
            if (member.IsAbstract)
                problems.Add(Diagnostics.UnsupportedShape, type, type.Name, $"'{member.Name}' is static and abstract, which no object can stand in for");
            return false;
        }

        if ((!member.IsAbstract && !member.IsVirtual) || member is IMethodSymbol { MethodKind: not MethodKind.Ordinary })
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

    private static IEnumerable<MemberModel> Member(INamedTypeSymbol type, ISymbol member, AttributeData? attribute, Identifiers identifiers, Problems problems)
    {
        var declaring = TypeText.Full(member.ContainingType);
        var inner = SymbolEqualityComparer.Default.Equals(member.ContainingType, type) ? "this._inner" : $"(({declaring})this._inner)";
        switch (member)
        {
            case IMethodSymbol method:
                if (!IsWritable(method, problems))
                    yield break;
                var parameters = SignatureParser.Parameters(method.Parameters, partial: false);
                var typeArguments = SignatureParser.TypeArguments(method);
                var name = TypeText.Identifier(method.Name);
                var typeParameters = typeArguments.Length == 0 ? "" : $"<{SignatureParser.TypeParameters(method.TypeParameters)}>";
                var identifier = identifiers.Next(method.Name);
                var call = method.Find(Names.NotObserved) is not null ? null : CallParser.Parse(method, method.Find(Names.Observed), attribute, identifier, problems);
                yield return new MemberModel(
                    AttributeText.Member(method),
                    $"{SignatureParser.ReturnType(method)} {declaring}.{name}{typeParameters}({string.Join(", ", parameters.Select(p => p.Declaration))})",
                    TypeText.ExplicitConstraints(method),
                    $"{inner}.{name}{typeArguments}({string.Join(", ", parameters.Select(p => p.Argument))})",
                    null,
                    method.ReturnsByRefReadonly,
                    method.ReturnsVoid,
                    new EquatableArray<ParameterModel>(parameters),
                    call);
                break;

            case IPropertySymbol property:
                if (HasPointer(property.Type) || property.Parameters.Any(p => HasPointer(p.Type)))
                {
                    problems.Add(Diagnostics.UnsupportedShape, property, property.IsIndexer ? "this[]" : property.Name, "it takes or returns pointers");
                    yield break;
                }

                if (new[] { property.GetMethod, property.SetMethod }.Any(accessor => accessor is { DeclaredAccessibility: Accessibility.Protected or Accessibility.ProtectedAndInternal }))
                {
                    problems.Add(Diagnostics.UnsupportedShape, property, property.Name, "an accessor is not accessible, so calls cannot be passed on");
                    yield break;
                }

                if (property.SetMethod is { IsInitOnly: true })
                {
                    problems.Add(Diagnostics.UnsupportedShape, property, property.Name, "a decorator cannot pass on what is set during initialization; declare it with get alone, or with set");
                    yield break;
                }

                var indexes = SignatureParser.Parameters(property.Parameters, partial: false);
                var target = property.IsIndexer ? $"{inner}[{string.Join(", ", indexes.Select(p => p.Argument))}]" : $"{inner}.{TypeText.Identifier(property.Name)}";
                var reference = property.ReturnsByRefReadonly ? "ref readonly " : property.ReturnsByRef ? "ref " : "";
                var accessors = new List<string>();
                if (property.GetMethod is { } get && (get.IsAbstract || get.IsVirtual))
                    accessors.Add($"get {{ return {(reference.Length > 0 ? "ref " : "")}{target}; }}");
                if (property.SetMethod is { } set && (set.IsAbstract || set.IsVirtual))
                    accessors.Add($"set {{ {target} = value; }}");
                var header = property.IsIndexer
                    ? $"{reference}{TypeText.Full(property.Type)} {declaring}.this[{string.Join(", ", indexes.Select(p => p.Declaration))}]"
                    : $"{reference}{TypeText.Full(property.Type)} {declaring}.{TypeText.Identifier(property.Name)}";
                yield return new MemberModel(AttributeText.Member(property), header, "", target, new EquatableArray<string>(accessors), false, false, default, null);
                break;

            case IEventSymbol e:
                var handler = $"{inner}.{TypeText.Identifier(e.Name)}";
                yield return new MemberModel(
                    AttributeText.Member(e),
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

    /// <summary>Whether a method that calls this one can be written.</summary>
    internal static bool IsWritable(IMethodSymbol method, Problems problems)
    {
        var reason = HasPointer(method.ReturnType) || method.Parameters.Any(p => HasPointer(p.Type)) ? "it takes or returns pointers"
            : method.IsVararg ? "its arguments cannot be passed on"
            : null;
        if (reason is not null)
            problems.Add(Diagnostics.UnsupportedShape, method, method.Name, reason);
        return reason is null;
    }

    private static bool HasPointer(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer || (type is IArrayTypeSymbol array && HasPointer(array.ElementType)) || (type is INamedTypeSymbol named && named.TypeArguments.Any(HasPointer));

    /// <summary>The names that are looked up although nobody has written them.</summary>
    public static IEnumerable<string> NamesAskedFor(INamedTypeSymbol type)
    {
        var name = ShortName(type);
        return ["Observed" + name, name, "I" + name];
    }

    /// <summary>Why the decorator cannot have its name; null when it can.</summary>
    private static string? NameTaken(INamedTypeSymbol type)
    {
        var name = ShortName(type);
        var arity = AllTypeParameters(type).Count;
        if (type.ContainingNamespace.GetTypeMembers("Observed" + name, arity).Any(other => other.Find("System.CodeDom.Compiler.GeneratedCodeAttribute") is null))
            return $"there is a type 'Observed{name}' already, which is what the decorator is called; rename one of them";
        if (type.ContainingType is null && type.ContainingNamespace.GetTypeMembers(name, arity).Concat(type.ContainingNamespace.GetTypeMembers("I" + name, arity))
            .FirstOrDefault(other => !SymbolEqualityComparer.Default.Equals(other, type) && other.Find(Names.Observed) is not null && ShortName(other) == name) is { } rival)
            return $"its decorator and that of '{rival.Name}' would both be called 'Observed{name}'; rename one of them";
        return null;
    }

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
