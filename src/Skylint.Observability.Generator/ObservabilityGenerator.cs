using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Skylint.Observability.Generator;

/// <summary>
/// Symbol, then equatable model, then text. Nothing of the compiler's passes the transforms, so that an edit that changes no model
/// runs no output, and an edit of one type writes one file.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ObservabilityGenerator : IIncrementalGenerator
{
    private static readonly ModelCache<InterfaceModel> s_interfaces = new();
    private static readonly ModelCache<WrapperModel> s_methods = new();
    private static readonly ModelCache<WrapperModel> s_handlers = new();

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var compilation = context.CompilationProvider
            .Select(CompilationParser.Parse)
            .WithTrackingName(Steps.Compilation);

        var settings = context.SyntaxProvider
            .ForAttributeWithMetadataName(Names.Observability, static (node, _) => node is CompilationUnitSyntax, static (target, _) => SettingsParser.Parse(target.Attributes[0]))
            .Collect()
            .Select(static (all, _) => all.Length > 0 ? all[0] : SettingsModel.Default)
            .WithTrackingName(Steps.Settings);

        var interfaces = context.SyntaxProvider
            .ForAttributeWithMetadataName(Names.Observed, static (node, _) => node is InterfaceDeclarationSyntax, static (target, cancellation) => Interface(target, cancellation))
            .Where(static model => model is not null)
            .WithTrackingName(Steps.Interfaces);

        var methods = context.SyntaxProvider
            .ForAttributeWithMetadataName(Names.Observed, static (node, _) => node is MethodDeclarationSyntax method && (method.Parent is not InterfaceDeclarationSyntax || method.Modifiers.Any(SyntaxKind.PartialKeyword)), static (target, cancellation) => Method(target, false, cancellation))
            .Where(static model => model is not null)
            .WithTrackingName(Steps.Methods);

        var handlers = context.SyntaxProvider
            .ForAttributeWithMetadataName(Names.ObservedLambda, static (node, _) => node is MethodDeclarationSyntax, static (target, cancellation) => Method(target, true, cancellation))
            .Where(static model => model is not null)
            .WithTrackingName(Steps.Handlers);

        var names = interfaces.Select(static (model, _) => model!.HintName).Collect()
            .Combine(methods.Select(static (model, _) => model!.Container.HintName).Collect())
            .Combine(handlers.Select(static (model, _) => model!.Container.HintName).Collect())
            .Select(static (all, _) => FileNames.Of(all.Left.Left.AddRange(all.Left.Right).AddRange(all.Right)))
            .WithTrackingName(Steps.FileNames);
        var surroundings = compilation.Combine(names);

        context.RegisterSourceOutput(interfaces.Combine(surroundings), static (output, pair) => Add(output, pair.Right.Right.For(pair.Left!.HintName), DecoratorEmitter.Emit(pair.Left, pair.Right.Left)));
        foreach (var wrappers in new[] { methods, handlers })
            context.RegisterSourceOutput(wrappers.Combine(surroundings), static (output, pair) => Add(output, pair.Right.Right.For(pair.Left!.Container.HintName), WrapperEmitter.Emit(pair.Left, pair.Right.Left)));
        context.RegisterSourceOutput(settings.Combine(compilation), static (output, pair) => Assembly(output, pair.Left, pair.Right));
    }

    private static InterfaceModel? Interface(GeneratorAttributeSyntaxContext target, CancellationToken cancellation) =>
        s_interfaces.Get(target.TargetNode, target.SemanticModel.Compilation, () => InterfaceParser.NamesAskedFor((INamedTypeSymbol)target.TargetSymbol), () => !IsFirst(target) ? null : InterfaceParser.Parse((INamedTypeSymbol)target.TargetSymbol, new Problems(null), cancellation), cancellation);

    private static WrapperModel? Method(GeneratorAttributeSyntaxContext target, bool lambda, CancellationToken cancellation) =>
        target.TargetSymbol is IMethodSymbol method
            ? (lambda ? s_handlers : s_methods).Get(target.TargetNode, target.SemanticModel.Compilation, static () => [], () => !IsFirst(target) ? null : MethodParser.Parse(method, lambda, new Problems(null), cancellation), cancellation)
            : null;

    /// <summary>Two parts of a type may both carry the attribute, which is an error of their own; one file is written.</summary>
    private static bool IsFirst(GeneratorAttributeSyntaxContext target) =>
        target.TargetSymbol.GetAttributes().FirstOrDefault(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, target.Attributes[0].AttributeClass))?.ApplicationSyntaxReference is not { } first
        || (first.SyntaxTree == target.TargetNode.SyntaxTree && target.TargetNode.FullSpan.Contains(first.Span));

    private static void Assembly(SourceProductionContext output, SettingsModel settings, CompilationModel compilation)
    {
        if ((compilation.Facts & Facts.Library) == 0)
            return;
        Add(output, "Telemetry", AssemblyEmitter.Telemetry(settings, compilation));
        if ((compilation.Facts & Facts.OpenTelemetry) != 0)
            Add(output, "SkylintInstrumentation", AssemblyEmitter.OpenTelemetry(compilation));
        if ((compilation.Facts & Facts.ConsoleFormatter) != 0)
            Add(output, "SkylintConsoleFormatter", AssemblyEmitter.ConsoleFormatter(compilation));
        foreach (var carrier in CarrierEmitter.All.Where(carrier => (compilation.Facts & carrier.Fact) != 0))
            Add(output, carrier.Class, carrier.Emit(compilation));
    }

    private static void Add(SourceProductionContext output, string name, string text) => output.AddSource(name + ".g.cs", SourceText.From(text, Encoding.UTF8));
}
