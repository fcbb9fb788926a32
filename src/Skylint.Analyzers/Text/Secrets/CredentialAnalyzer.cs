using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;

namespace Skylint.Text.Secrets;

/// <summary>Reports AWS access keys that the code hands to the SDK: fixed ones as a warning, others as a suggestion.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CredentialAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(SecretRules.HardcodedCredentials.Descriptor, SecretRules.LongLivedCredentials.Descriptor);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (CredentialSinks.TryCreate(start.Compilation) is not { } sinks)
                return;
            var model = new TextModel(start.Compilation);
            start.RegisterOperationAction(c => Analyze(c, sinks, model), OperationKind.ObjectCreation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, CredentialSinks sinks, TextModel model)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (!sinks.TakesKey(creation.Constructor))
            return;
        var evaluator = new TextEvaluator(model, context.CancellationToken);
        var values = CredentialSinks.KeyArguments(creation).Select(a => evaluator.Evaluate(a.Value)).ToList();
        if (evaluator.GaveUp || values.Count == 0)
            return;
        var texts = values.SelectMany(v => v.Fragments).Where(f => f.Text is { Length: > 0 }).Select(f => f.Text!).ToList();
        var shaped = texts.Any(SecretShape.IsKeyShaped);
        var isFixed = values.All(v => v.Provenance == Provenance.Fixed && v.Fragments.Any(f => f.Text is { Length: > 0 }));
        var hasFixedSecret = values.Skip(1).Any(v => v.Provenance == Provenance.Fixed && v.Fragments.Any(f => f.Text is { Length: > 0 } text && !SecretShape.IsPlaceholder(text)));

        if (shaped || ((isFixed || hasFixedSecret) && !texts.All(SecretShape.IsPlaceholder) && !HasOwnEndpoint(creation)))
            Report(context, SecretRules.HardcodedCredentials, creation);
        else if (!isFixed && values.Any(v => v.Provenance >= Provenance.Unknown) && !CredentialSinks.IsTemporary(creation) && !values.Any(v => IsIssued(v, creation)) && !HasOwnEndpoint(creation))
            Report(context, SecretRules.LongLivedCredentials, creation);
    }

    private static void Report(OperationAnalysisContext context, Rule rule, IObjectCreationOperation creation) =>
        context.ReportDiagnostic(Diagnostic.Create(rule.Descriptor, creation.Syntax.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add("key", rule.Key), creation.Type?.Name));

    /// <summary>True when the key was handed out by a service for a while: the credentials of a response.</summary>
    private static bool IsIssued(TextValue value, IOperation near) => value.Fragments.Any(f =>
        f is { Kind: OriginKind.Property, Name: "AccessKeyId" or "SecretAccessKey" or "SecretKey" or "AccessKey", Origin: { } origin }
        && origin.SyntaxTree == near.Syntax.SyntaxTree
        && near.SemanticModel?.GetSymbolInfo(origin).Symbol?.ContainingType is { } type
        && LibraryTypes.NamespaceOf(type).StartsWith("Amazon.", StringComparison.Ordinal));

    /// <summary>
    /// True when the code around sets a service address outside AWS: emulators and S3-compatible stores have no roles, their keys
    /// are theirs to choose.
    /// </summary>
    private static bool HasOwnEndpoint(IObjectCreationOperation creation)
    {
        SyntaxNode? scope = creation.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        scope ??= creation.Syntax.SyntaxTree.GetRoot();
        foreach (var assignment in scope.DescendantNodes().OfType<AssignmentExpressionSyntax>())
        {
            var name = assignment.Left is MemberAccessExpressionSyntax access ? access.Name : assignment.Left as SimpleNameSyntax;
            if (name?.Identifier.ValueText == "ServiceURL" && assignment.Right.ToString().IndexOf("amazonaws.com", StringComparison.OrdinalIgnoreCase) < 0)
                return true;
        }

        return false;
    }
}
