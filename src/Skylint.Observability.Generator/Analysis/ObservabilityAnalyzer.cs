using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Observability.Generator;

/// <summary>
/// Reports what keeps the generator from doing its work, or what it does but should not have been asked for. It runs the generator's own parsers,
/// so the two cannot disagree.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ObservabilityAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The key under which SKY9011 names the registration method for its fix.</summary>
    internal const string RegistrationProperty = "registration";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Diagnostics.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(Names.Observed) is null)
                return;
            start.RegisterSymbolAction(Type, SymbolKind.NamedType);
            start.RegisterSyntaxNodeAction(AssemblyAttribute, SyntaxKind.Attribute);
            if (start.Compilation.GetTypeByMetadataName("Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions") is { } registrations)
                start.RegisterOperationAction(operation => Registration(operation, registrations), OperationKind.Invocation);
        });
    }

    // Methods are read from their types: for a partial method with both parts, the compiler announces the generated part, which is not ours to look at.
    private static void Type(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var isObserved = type.TypeKind == TypeKind.Interface && type.Find(Names.Observed) is not null;
        if (isObserved)
            InterfaceParser.Parse(type, new Problems(context.ReportDiagnostic), context.CancellationToken);

        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            if (method.MethodKind != MethodKind.Ordinary || method.PartialDefinitionPart is not null)
                continue;
            var lambda = method.Find(Names.ObservedLambda) is not null;
            if (!lambda && method.Find(Names.Observed) is null)
                continue;
            if (type.TypeKind == TypeKind.Interface && !method.IsPartialDefinition)
            {
                if (!isObserved || method.IsStatic)
                    new Problems(context.ReportDiagnostic).Add(Diagnostics.UnsupportedShape, method, method.Name, method.IsStatic ? "no decorator stands before a static method; split it with a partial one" : "its interface is not; put the attribute there");
                continue;
            }

            MethodParser.Parse(method, lambda, new Problems(context.ReportDiagnostic), context.CancellationToken);
        }
    }

    private static void AssemblyAttribute(SyntaxNodeAnalysisContext context)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.Parent is not AttributeListSyntax { Target.Identifier.ValueText: "assembly" } || attribute.ArgumentList is null)
            return;
        var argument = attribute.ArgumentList.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == "SuccessLogRatio");
        if (argument is null || context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol?.ContainingType is not { } type || !AttributeArguments.IsNamed(type, Names.Observability))
            return;
        if (context.SemanticModel.GetConstantValue(argument.Expression, context.CancellationToken) is { HasValue: true, Value: { } value }
            && Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture) is not (>= 0 and <= 1))
            context.ReportDiagnostic(Diagnostic.Create(Diagnostics.RatioOutOfRange, argument.GetLocation(), argument.Expression.ToString()));
    }

    private static void Registration(OperationAnalysisContext context, INamedTypeSymbol registrations)
    {
        var call = (IInvocationOperation)context.Operation;
        var method = call.TargetMethod;

        // Only the form without a factory: what a factory returns may well be a decorator.
        if (method.TypeArguments.Length != 2 || method.Parameters.Length != 1 || method.Name is not ("AddScoped" or "AddSingleton" or "AddTransient")
            || !SymbolEqualityComparer.Default.Equals(method.ContainingType, registrations))
            return;
        if (method.TypeArguments[0] is not INamedTypeSymbol { TypeKind: TypeKind.Interface } service || service.OriginalDefinition.Find(Names.Observed) is null)
            return;
        var implementation = method.TypeArguments[1];
        var name = InterfaceParser.ShortName(service);
        if (implementation.Name == "Observed" + name)
            return;
        var own = service.TypeArguments.Select(argument => argument.ToMinimalDisplayString(call.SemanticModel!, call.Syntax.SpanStart));
        var lifetime = method.Name.Substring("Add".Length);
        var arguments = string.Join(", ", own.Append(implementation.ToMinimalDisplayString(call.SemanticModel!, call.Syntax.SpanStart)));
        var replacement = $"AddObserved{name}<{arguments}>({(lifetime == "Scoped" ? "" : "ServiceLifetime." + lifetime)})";
        context.ReportDiagnostic(Diagnostic.Create(Diagnostics.RegisteredUndecorated, call.Syntax.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(RegistrationProperty, replacement), service.Name, implementation.Name, replacement));
    }
}
