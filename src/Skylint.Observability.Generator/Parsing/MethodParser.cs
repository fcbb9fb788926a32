using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Skylint.Observability.Generator;

/// <summary>Reads an observed partial method or Lambda handler: its signature, the types around it, its Core method and its logger.</summary>
internal static class MethodParser
{
    /// <summary>The model, or null when there is a reason not to write the method.</summary>
    public static WrapperModel? Parse(IMethodSymbol method, bool lambda, Problems problems, CancellationToken cancellation)
    {
        if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not MethodDeclarationSyntax syntax)
            return null;
        if (!method.ContainingType.CanBeReferencedByName)
        {
            problems.Add(Diagnostics.UnsupportedShape, method, method.Name, "it is declared in an extension block, where no method is partial; write it as an extension method with a 'this' parameter");
            return null;
        }

        if (method.Find(Names.Observed) is not null && method.Find(Names.ObservedLambda) is not null)
        {
            problems.Add(Diagnostics.UnsupportedShape, method, method.Name, "it has both attributes; a Lambda handler needs [ObservedLambda] alone");
            return null;
        }

        if (!syntax.Modifiers.Any(modifier => modifier.ValueText == "partial"))
        {
            problems.Add(Diagnostics.NotPartial, method, method.Name, "is");
            return null;
        }

        if (syntax.Body is not null || syntax.ExpressionBody is not null)
        {
            problems.Add(Diagnostics.UnsupportedShape, method, method.Name, "the attribute stands on a part that has a body; put it on the part without one, and the body into the Core method");
            return null;
        }

        var declarations = Containers(method, problems, cancellation);
        InterfaceParser.IsWritable(method, problems);
        if (method.Parameters.Any(p => p.Type.TypeKind == TypeKind.Dynamic && p.RefKind is not (RefKind.None or RefKind.In)))
            problems.Add(Diagnostics.UnsupportedShape, method, method.Name, "it takes a dynamic value by reference; declare it as object");
        var core = FindCore(method);
        if (core is null)
            problems.Add(Diagnostics.CoreMissing, method, method.Name);
        else if (core is { IsAsync: true, ReturnsVoid: true })
            problems.Add(Diagnostics.UnsupportedShape, method, method.Name, $"'{core.Name}' is async and returns nothing, so that its end is not known; return a task");
        var logger = LoggerFinder.Find(method, cancellation);
        if (logger is null)
            problems.Add(Diagnostics.NoLogger, method, method.Name, method.IsStatic ? "static field or property" : "field or property");
        var identifiers = new Identifiers(method.ContainingType.MemberNames);
        var identifier = method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Where(other => other.PartialDefinitionPart is null)
            .Select(other => (Method: other, Identifier: identifiers.Next(method.Name)))
            .FirstOrDefault(other => SymbolEqualityComparer.Default.Equals(other.Method, method)).Identifier ?? method.Name;
        var attribute = method.Find(lambda ? Names.ObservedLambda : Names.Observed);
        var call = CallParser.Parse(method, attribute, null, identifier, problems);
        if (call is null || problems.HasErrors)
            return null;
        if (lambda && call.Shape is ReturnShape.Stream or ReturnShape.Reference or ReturnShape.RefStruct)
        {
            problems.Add(Diagnostics.UnsupportedShape, method, method.Name, "a Lambda handler returns nothing, a value or a task");
            return null;
        }

        var parameters = SignatureParser.Parameters(method.Parameters, partial: true);
        var typeArguments = SignatureParser.TypeArguments(method);
        var modifiers = string.Join(" ", syntax.Modifiers.Select(modifier => modifier.ValueText).Where(modifier => modifier != "async"));
        return new WrapperModel(
            new ContainingTypeModel(
                InterfaceParser.HintName(method.ContainingType) + "." + identifier,
                method.ContainingNamespace.IsGlobalNamespace ? "" : method.ContainingNamespace.ToDisplayString(),
                new EquatableArray<string>(declarations)),
            $"{modifiers} {SignatureParser.ReturnType(method)} {TypeText.Identifier(method.Name)}{typeArguments}({string.Join(", ", parameters.Select(p => p.Declaration))})",
            TypeText.Constraints(method.TypeParameters),
            $"{(core!.IsStatic ? "" : "this.")}{TypeText.Identifier(core.Name)}{typeArguments}({string.Join(", ", parameters.Select(p => p.Argument))})",
            logger,
            method.IsStatic,
            method.ReturnsByRefReadonly,
            new EquatableArray<ParameterModel>(parameters),
            call,
            lambda ? Lambda(method) : null);
    }

    private static LambdaModel Lambda(IMethodSymbol method)
    {
        var context = method.Parameters.FirstOrDefault(p => CallParser.IsIn(p.Type, "ILambdaContext", "Amazon", "Lambda", "Core"));
        var input = method.Parameters.FirstOrDefault(p => !SymbolEqualityComparer.Default.Equals(p, context));
        var kind = input?.Type switch
        {
            { } type when CallParser.IsIn(type, "SQSEvent", "Amazon", "Lambda", "SQSEvents") => LambdaEvent.Sqs,
            { } type when CallParser.IsIn(type, "SNSEvent", "Amazon", "Lambda", "SNSEvents") => LambdaEvent.Sns,
            { } type when CallParser.IsIn(type, "KinesisEvent", "Amazon", "Lambda", "KinesisEvents") => LambdaEvent.Kinesis,
            { } type when CallParser.IsIn(type, "APIGatewayProxyRequest", "Amazon", "Lambda", "APIGatewayEvents") || CallParser.IsIn(type, "APIGatewayHttpApiV2ProxyRequest", "Amazon", "Lambda", "APIGatewayEvents") => LambdaEvent.Http,
            _ => LambdaEvent.Other,
        };
        return new LambdaModel(kind, input is null ? null : TypeText.Identifier(input.Name), context is null ? null : TypeText.Identifier(context.Name));
    }

    private static List<string> Containers(IMethodSymbol method, Problems problems, CancellationToken cancellation)
    {
        var declarations = new List<string>();
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal)
                problems.Add(Diagnostics.UnsupportedShape, method, method.Name, $"'{type.Name}' is local to its file, so the generator cannot add to it");
            if (type.IsRefLikeType)
                problems.Add(Diagnostics.UnsupportedShape, method, method.Name, $"'{type.Name}' is a ref struct");
            foreach (var reference in type.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax(cancellation) is TypeDeclarationSyntax declaration && !declaration.Modifiers.Any(modifier => modifier.ValueText == "partial"))
                {
                    problems.Add(Diagnostics.NotPartial, method, method.Name, $"its type '{type.Name}' is");
                    break;
                }
            }

            var keyword = type switch
            {
                { IsRecord: true, IsValueType: true } => "record struct",
                { IsRecord: true } => "record",
                { IsValueType: true } => "struct",
                { TypeKind: TypeKind.Interface } => "interface",
                _ => "class",
            };
            var parameters = type.TypeParameters.IsEmpty ? "" : $"<{string.Join(", ", type.TypeParameters.Select(parameter => TypeText.Identifier(parameter.Name)))}>";
            declarations.Insert(0, $"partial {keyword} {TypeText.Identifier(type.Name)}{parameters}");
        }

        return declarations;
    }

    private static IMethodSymbol? FindCore(IMethodSymbol method) =>
        method.ContainingType.GetMembers(method.Name + "Core").OfType<IMethodSymbol>().FirstOrDefault(core =>
            core.Arity == method.Arity
            && core.Parameters.Length == method.Parameters.Length
            && (core.IsStatic || !method.IsStatic)
            && core.ReturnsByRef == method.ReturnsByRef
            && core.ReturnsByRefReadonly == method.ReturnsByRefReadonly
            && core.ReturnsVoid == method.ReturnsVoid
            && Gives(core, method)
            && core.Parameters.Zip(method.Parameters, (a, b) => a.RefKind == b.RefKind && Same(a.Type, b.Type)).All(same => same));

    /// <summary>Whether what Core returns can be returned as it is.</summary>
    private static bool Gives(IMethodSymbol core, IMethodSymbol method) =>
        Same(core.ReturnType, method.ReturnType)
        || TypeText.Mentions(core.ReturnType, p => p.TypeParameterKind == TypeParameterKind.Method)
        || core.ReturnType.TypeKind == TypeKind.Error
        || (!method.ReturnsByRef && !method.ReturnsByRefReadonly && method.ContainingAssembly is ISourceAssemblySymbol { Compilation: var compilation } && compilation.ClassifyCommonConversion(core.ReturnType, method.ReturnType).IsImplicit);

    private static bool Same(ITypeSymbol core, ITypeSymbol own) =>
        core is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } a && own is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } b
            ? a.Ordinal == b.Ordinal
            : TypeText.Mentions(own, p => p.TypeParameterKind == TypeParameterKind.Method) || SymbolEqualityComparer.Default.Equals(core, own);
}
