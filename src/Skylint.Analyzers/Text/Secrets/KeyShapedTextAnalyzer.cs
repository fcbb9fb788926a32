using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Skylint.Text.Secrets;

/// <summary>Reports constants, and lines of configuration files, that have the shape of an AWS access key.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KeyShapedTextAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<string, string?> s_properties = ImmutableDictionary<string, string?>.Empty.Add("key", SecretRules.KeyShapedText.Key);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(SecretRules.KeyShapedText.Descriptor);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (!start.Compilation.ReferencedAssemblyNames.Any(a => a.Name.StartsWith("AWSSDK", StringComparison.Ordinal) || a.Name.StartsWith("Amazon.", StringComparison.Ordinal)))
                return;
            var sinks = CredentialSinks.TryCreate(start.Compilation);
            start.RegisterOperationAction(c => Analyze(c, sinks), OperationKind.Literal, OperationKind.Binary, OperationKind.InterpolatedString);
        });
        context.RegisterAdditionalFileAction(AnalyzeFile);
    }

    private static void Analyze(OperationAnalysisContext context, CredentialSinks? sinks)
    {
        var operation = context.Operation;
        if (operation.ConstantValue is not { HasValue: true, Value: string text } || !SecretShape.MayHoldKey(text))
            return;

        // The whole of a sum is looked at, not its parts: the parts are shorter than what they make.
        if (operation.Parent is IBinaryOperation { ConstantValue.HasValue: true } or IInterpolatedStringTextOperation)
            return;
        var user = operation.Parent;
        while (user is IConversionOperation)
            user = user.Parent;
        if (user is IArgumentOperation { Parent: IObjectCreationOperation creation } && sinks?.TakesKey(creation.Constructor) == true)
            return;
        if (SecretShape.FindKeys(text).Any())
            context.ReportDiagnostic(Diagnostic.Create(SecretRules.KeyShapedText.Descriptor, operation.Syntax.GetLocation(), s_properties));
    }

    private static void AnalyzeFile(AdditionalFileAnalysisContext context)
    {
        var path = context.AdditionalFile.Path;
        if (!IsConfiguration(path) || context.AdditionalFile.GetText(context.CancellationToken) is not { } source)
            return;
        foreach (var line in source.Lines)
        {
            if (line.Span.Length is < 20 or > 10_000)
                continue;
            foreach (var (start, length) in SecretShape.FindKeys(line.ToString()))
            {
                var span = new TextSpan(line.Start + start, length);
                context.ReportDiagnostic(Diagnostic.Create(SecretRules.KeyShapedText.Descriptor, Location.Create(path, span, source.Lines.GetLinePositionSpan(span)), s_properties));
            }
        }
    }

    private static bool IsConfiguration(string path) => Path.GetExtension(path).ToLowerInvariant() is ".json" or ".config" or ".xml" or ".yml" or ".yaml" or ".env" or ".ini" or ".txt" or ".props" || Path.GetFileName(path).StartsWith(".env", StringComparison.Ordinal);
}
