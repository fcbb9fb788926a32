using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Configuration;

namespace Skylint.Text.Secrets;

/// <summary>Reports passwords, keys, connection strings and tokens that the code itself contains and hands to a library.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretSinkAnalyzer : DiagnosticAnalyzer
{
    private const int LongestLine = 4_000;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        SecretRules.HardcodedPassword.Descriptor, SecretRules.HardcodedCryptoKey.Descriptor, SecretRules.ConnectionStringPassword.Descriptor, SecretRules.HardcodedToken.Descriptor);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var sinks = new SecretSinks(start.Compilation);
            var aws = CredentialSinks.TryCreate(start.Compilation);
            var model = new TextModel(start.Compilation);
            var isTest = new Lazy<bool>(() => TestCode.IsProject(start.Compilation));
            start.RegisterOperationAction(
                c =>
                {
                    if (sinks.Find(c.Operation) is { } sink && !(c.Operation is IObjectCreationOperation creation && aws?.TakesKey(creation.Constructor) == true))
                        Analyze(c, sink, model, isTest);
                },
                OperationKind.SimpleAssignment,
                OperationKind.ObjectCreation,
                OperationKind.Invocation);
            start.RegisterAdditionalFileAction(c => AnalyzeFile(c, isTest));
        });
    }

    private static void Analyze(OperationAnalysisContext context, SecretSink sink, TextModel model, Lazy<bool> isTest)
    {
        if (sink.Value.ConstantValue is { HasValue: true, Value: null or "" })
            return;
        var text = new SecretText(model, context.CancellationToken);
        var found = sink.Kind switch
        {
            SecretKind.Password => text.HoldsFixed(sink.Value, IsPassword) && !IsLocal(context.Operation),
            SecretKind.CryptoKey => text.HoldsFixedBytes(sink.Value, t => !SecretShape.IsTemplate(t)),
            SecretKind.ConnectionString => text.HoldsPassword(sink.Value),
            SecretKind.Token => text.HoldsFixed(sink.Value, IsToken) && !IsLocal(context.Operation),
            _ => text.HoldsToken(sink.Value, IsToken),
        };
        if (!found)
            return;
        var rule = RuleOf(sink);
        var tree = sink.Value.Syntax.SyntaxTree;
        if ((isTest.Value || TestCode.IsFile(tree, context.CancellationToken)) && !context.Options.GetBool(tree, rule, SecretRules.Tests))
            return;
        Report(context.ReportDiagnostic, rule, sink.Value.Syntax.GetLocation(), sink.Name);
    }

    private static void AnalyzeFile(AdditionalFileAnalysisContext context, Lazy<bool> isTest)
    {
        var file = context.AdditionalFile;
        if (!SettingsScanner.IsSettings(file.Path) || file.GetText(context.CancellationToken) is not { } source)
            return;
        foreach (var line in source.Lines)
        {
            if (line.Span.Length is < 10 or > LongestLine)
                continue;
            foreach (var hit in SettingsScanner.Scan(line.ToString()))
            {
                if (!isTest.Value || context.Options.GetBool(file, hit.Rule, SecretRules.Tests))
                    Report(context.ReportDiagnostic, hit.Rule, ConfigurationFile.Locate(file.Path, source, line.Start + hit.Start, hit.Length), hit.Name);
            }
        }
    }

    private static void Report(Action<Diagnostic> report, Rule rule, Location location, string name) =>
        report(Diagnostic.Create(rule.Descriptor, location, ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Key, rule.Key), name));

    private static Rule RuleOf(SecretSink sink) => sink.Kind switch
    {
        SecretKind.Password => SecretRules.HardcodedPassword,
        SecretKind.CryptoKey => SecretRules.HardcodedCryptoKey,
        SecretKind.ConnectionString => SecretRules.ConnectionStringPassword,
        _ => SecretRules.HardcodedToken,
    };

    private static bool IsPassword(string text) => text.Length >= 4 && !SecretShape.IsPlaceholder(text);

    private static bool IsToken(string text) => text.Length >= 8 && !SecretShape.IsPlaceholder(text) && text.IndexOf(' ') < 0 && SecretShape.Entropy(text) >= 2.5;

    /// <summary>True when the address beside the secret is that of the machine itself or of an emulator.</summary>
    private static bool IsLocal(IOperation operation)
    {
        IEnumerable<IOperation> beside = operation switch
        {
            IObjectCreationOperation creation => creation.Arguments.Select(a => a.Value),
            IInvocationOperation call => call.Arguments.Select(a => a.Value),
            ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation { Initializers: var initializers } } => initializers.OfType<ISimpleAssignmentOperation>().Select(a => a.Value),
            _ => [],
        };
        return beside.Any(value => value.ConstantValue is { HasValue: true, Value: string text } && ConnectionText.IsLocal(text));
    }
}
