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
        if (InterfaceParser.HasPointer(method))
            problems.Add(Diagnostics.UnsupportedShape, method, method.Name, "it takes or returns pointers");
        if (!HasCore(method))
            problems.Add(Diagnostics.CoreMissing, method, method.Name);
        var logger = LoggerFinder.Find(method, cancellation);
        if (logger is null)
            problems.Add(Diagnostics.NoLogger, method, method.Name, method.IsStatic ? "static field or property" : "field or property");
        var sameName = method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Where(other => other.PartialDefinitionPart is null).ToList();
        var ordinal = sameName.FindIndex(other => SymbolEqualityComparer.Default.Equals(other, method));
        var identifier = ordinal <= 0 ? method.Name : method.Name + (ordinal + 1);
        var attribute = method.Find(lambda ? Names.ObservedLambda : Names.Observed);
        var call = CallParser.Parse(method, attribute, null, identifier, problems);
        if (call is null || problems.HasErrors)
            return null;
        if (lambda && call.Shape is ReturnShape.Stream or ReturnShape.Reference)
        {
            problems.Add(Diagnostics.UnsupportedShape, method, method.Name, "a Lambda handler returns nothing, a value or a task");
            return null;
        }

        var parameters = SignatureParser.Parameters(method.Parameters, partial: true);
        var typeArguments = SignatureParser.TypeArguments(method);
        var modifiers = string.Join(" ", syntax.Modifiers.Select(modifier => modifier.ValueText).Where(modifier => modifier != "async"));
        var core = TypeText.Identifier(method.Name + "Core");
        return new WrapperModel(
            new ContainingTypeModel(
                InterfaceParser.HintName(method.ContainingType) + "." + identifier,
                method.ContainingNamespace.IsGlobalNamespace ? "" : method.ContainingNamespace.ToDisplayString(),
                new EquatableArray<string>(declarations)),
            $"{modifiers} {SignatureParser.ReturnType(method)} {TypeText.Identifier(method.Name)}{typeArguments}({string.Join(", ", parameters.Select(p => p.Declaration))})",
            TypeText.Constraints(method.TypeParameters),
            $"{(method.IsStatic ? "" : "this.")}{core}{typeArguments}({string.Join(", ", parameters.Select(p => p.Argument))})",
            logger,
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

    private static bool HasCore(IMethodSymbol method) =>
        method.ContainingType.GetMembers(method.Name + "Core").OfType<IMethodSymbol>().Any(core =>
            core.Arity == method.Arity
            && core.Parameters.Length == method.Parameters.Length
            && (core.IsStatic || !method.IsStatic)
            && core.Parameters.Zip(method.Parameters, (a, b) => a.RefKind == b.RefKind && Same(a.Type, b.Type)).All(same => same));

    private static bool Same(ITypeSymbol core, ITypeSymbol own) =>
        core is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } a && own is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } b
            ? a.Ordinal == b.Ordinal
            : TypeText.Mentions(own, p => p.TypeParameterKind == TypeParameterKind.Method) || SymbolEqualityComparer.Default.Equals(core, own);
}
