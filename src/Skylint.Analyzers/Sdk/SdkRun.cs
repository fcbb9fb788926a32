using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Configuration;
using Skylint.Sdk.Model;
using Skylint.Sdk.Rules;

namespace Skylint.Sdk;

/// <summary>
/// One compilation under analysis. Each operation is classified once, whatever the number of rules, which keeps the cost of all of them near
/// that of one.
/// </summary>
internal sealed class SdkRun
{
    /// <summary>What a file may say to show that a default was changed, or a thing is done elsewhere in the project.</summary>
    public static readonly string[] Words =
    [
        Rules.NullCollectionRead.Switch, "localhost", "localstack", "ReceiveMessageWaitTimeSeconds", "MaxErrorRetry", "ConfigureHttpClientDefaults", "AddServiceDefaults", "ServiceURL", "AbortMultipartUpload",
        "AbortIncompleteMultipartUpload", "PutRetentionPolicy", "PutLifecycleEventHookExecutionStatus",
        UnboundedParallel.ConnectionLimit,
    ];

    private readonly SdkSubscriptions _subscriptions;
    private readonly RuleSwitch _switch;
    private readonly ConcurrentDictionary<SyntaxTree, FileRules> _files = new();
    private readonly Lazy<HashSet<string>> _mentioned;
    private FileRules? _last;

    public SdkRun(AwsSdk sdk, Compilation compilation, AnalyzerOptions options, SdkSubscriptions subscriptions)
    {
        Sdk = sdk;
        Compilation = compilation;
        Options = options;
        Surroundings = new Surroundings(sdk, compilation);
        _subscriptions = subscriptions;
        _switch = new RuleSwitch(compilation, options);
        _mentioned = new Lazy<HashSet<string>>(() => Mentioned(compilation));
    }

    public AwsSdk Sdk { get; }

    public Compilation Compilation { get; }

    public AnalyzerOptions Options { get; }

    public Surroundings Surroundings { get; }

    /// <summary>True when some file says one of <see cref="Words"/>. Asked rarely; all words are looked for in one pass over the files.</summary>
    public bool SourceMentions(string word) => _mentioned.Value.Contains(word);

    public void Register(CompilationStartAnalysisContext context)
    {
        context.RegisterOperationAction(Invocation, OperationKind.Invocation);
        context.RegisterOperationAction(Creation, OperationKind.ObjectCreation);
        context.RegisterOperationAction(Assignment, OperationKind.SimpleAssignment);
        context.RegisterOperationAction(Property, OperationKind.PropertyReference);
        context.RegisterOperationAction(Catch, OperationKind.CatchClause);
        if (Surroundings.KnowsLambda)
            context.RegisterSymbolAction(Method, SymbolKind.Method);
    }

    public static void Report(OperationAnalysisContext context, Rule rule, Location location, params object?[] arguments) =>
        Report(context, rule, location, null, arguments);

    public static void Report(SymbolAnalysisContext context, Rule rule, Location location, params object?[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(rule.Descriptor, location, ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Key, rule.Key), arguments));

    /// <summary>Reports with a detail for the fix.</summary>
    public static void Report(OperationAnalysisContext context, Rule rule, Location location, string? detail, object?[] arguments, params Location[] others)
    {
        var properties = ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Key, rule.Key);
        if (detail is not null)
            properties = properties.Add(DiagnosticProperties.Detail, detail);
        context.ReportDiagnostic(Diagnostic.Create(rule.Descriptor, location, others, properties, arguments));
    }

    private void Invocation(OperationAnalysisContext context)
    {
        var invocation = (IInvocationOperation)context.Operation;
        var method = invocation.TargetMethod;
        Tell(_subscriptions.InvocationsOf(method.Name), context, invocation);
        if (method.ContainingType is not { } type || !AwsSdk.IsAmazon(type))
            return;
        if (type.Name.EndsWith("PaginatorFactory", StringComparison.Ordinal))
            Tell(_subscriptions.Paginators, context, invocation);
        if (OperationCall.Of(invocation, Sdk) is not { } call)
            return;
        Tell(_subscriptions.OperationsOf(call.Name), context, call);
        Tell(_subscriptions.Operations, context, call);
    }

    private void Creation(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type is not { } type)
            return;
        Tell(_subscriptions.CreationsOf(type.Name), context, creation);
        var kind = Sdk.KindOf(type);
        if (kind == SdkKind.None)
            return;
        foreach (var subscriber in _subscriptions.Creations)
        {
            if (IsOn(subscriber.Rule, subscriber.Index, creation.Syntax.SyntaxTree, context.CancellationToken))
                subscriber.Action(this, context, creation, kind);
        }
    }

    private void Assignment(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation target && _subscriptions.SetsOf(target.Property.Name) is { } subscribers && AwsSdk.IsAmazon(target.Property.ContainingType))
            Tell(subscribers, context, new PropertySet(assignment, target));
    }

    private void Property(OperationAnalysisContext context)
    {
        var operation = (IPropertyReferenceOperation)context.Operation;
        var property = operation.Property;
        if (_subscriptions.ReadsOf(property.Name) is { } readers && AwsSdk.IsAmazon(property.ContainingType))
            Tell(readers, context, operation);
        if (operation.Instance is null || !Sdk.HasNullCollections || !AwsSdk.IsCollection(property.Type)
            || Sdk.KindOf(property.ContainingType) is not (SdkKind.Request or SdkKind.Response or SdkKind.Part)
            // Written by hand, not generated: these create their collections in every version.
            || property.ContainingType.Name.StartsWith("CreatePresignedPost", StringComparison.Ordinal))
            return;
        Tell(_subscriptions.Collections, context, operation);
    }

    private void Catch(OperationAnalysisContext context)
    {
        var clause = (ICatchClauseOperation)context.Operation;
        if (IsEverything(clause.ExceptionType) || Sdk.KindOf(clause.ExceptionType) == SdkKind.Exception)
            Tell(_subscriptions.Catches, context, clause);
    }

    private void Method(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.IsAbstract || method.Locations[0].SourceTree is not { } tree || Surroundings.HandlerOf(method) != HandlerKind.Lambda)
            return;
        foreach (var subscriber in _subscriptions.Handlers)
        {
            if (IsOn(subscriber.Rule, subscriber.Index, tree, context.CancellationToken))
                subscriber.Action(this, context, method);
        }
    }

    private void Tell<T>(List<SdkSubscriptions.Subscriber<T>>? subscribers, OperationAnalysisContext context, T about)
    {
        if (subscribers is null)
            return;
        var tree = context.Operation.Syntax.SyntaxTree;
        foreach (var subscriber in subscribers)
        {
            if (IsOn(subscriber.Rule, subscriber.Index, tree, context.CancellationToken))
                subscriber.Action(this, context, about);
        }
    }

    private static bool IsEverything(ITypeSymbol? exception) =>
        exception is null or { SpecialType: SpecialType.System_Object } or { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private bool IsOn(SdkRule rule, int index, SyntaxTree tree, CancellationToken cancellationToken)
    {
        // One file after the other, as a rule.
        var file = _last;
        if (file?.Tree != tree)
            _last = file = _files.GetOrAdd(tree, t => new FileRules(t, new sbyte[_subscriptions.Rules.Count]));
        ref var state = ref file.States[index];
        if (state == 0)
            state = rule.AppliesTo(this) && _switch.Read(rule.Rule, tree, cancellationToken) ? (sbyte)1 : (sbyte)-1;
        return state > 0;
    }

    private static HashSet<string> Mentioned(Compilation compilation)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            var text = tree.GetText().ToString();
            foreach (var word in Words)
            {
                if (!found.Contains(word) && text.IndexOf(word, StringComparison.Ordinal) >= 0)
                    found.Add(word);
            }
        }

        return found;
    }

    /// <summary>Which rules anybody wants to hear of in one file: 1 yes, -1 no, 0 not asked yet.</summary>
    private sealed record FileRules(SyntaxTree Tree, sbyte[] States);
}
