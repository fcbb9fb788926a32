using System.Collections.Immutable;
using System.Text.RegularExpressions;
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

    private static readonly Regex s_quoted = new("\"(?<v>(?:[^\"\\\\]|\\\\.)*)\"|>(?<v>[^<>]+)<", RegexOptions.Compiled | RegexOptions.CultureInvariant);

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
        });
        context.RegisterAdditionalFileAction(AnalyzeFile);
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
        context.ReportDiagnostic(Diagnostic.Create(rule.Descriptor, sink.Value.Syntax.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Key, rule.Key), sink.Name));
    }

    private static void AnalyzeFile(AdditionalFileAnalysisContext context)
    {
        var path = context.AdditionalFile.Path;
        if (!ConfigurationFile.Is(path) || context.AdditionalFile.GetText(context.CancellationToken) is not { } source)
            return;
        var rule = SecretRules.ConnectionStringPassword;
        foreach (var line in source.Lines)
        {
            if (line.Span.Length is < 20 or > LongestLine)
                continue;
            foreach (Match quoted in s_quoted.Matches(line.ToString()))
            {
                var value = quoted.Groups["v"];
                foreach (var (start, length) in ConnectionText.Passwords(value.Value))
                {
                    var location = ConfigurationFile.Locate(path, source, line.Start + value.Index + start, length);
                    context.ReportDiagnostic(Diagnostic.Create(rule.Descriptor, location, ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Key, rule.Key), Path.GetFileName(path)));
                }
            }
        }
    }

    private static Rule RuleOf(SecretSink sink) => sink.Kind switch
    {
        SecretKind.Password => SecretRules.HardcodedPassword,
        SecretKind.CryptoKey => SecretRules.HardcodedCryptoKey,
        SecretKind.ConnectionString => SecretRules.ConnectionStringPassword,
        _ => SecretRules.HardcodedToken,
    };

    private static bool IsPassword(string text) => !SecretShape.IsPlaceholder(text);

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
