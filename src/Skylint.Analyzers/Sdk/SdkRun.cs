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
/// One compilation under analysis. Rules subscribe to what they want to see; each operation is classified once, whatever the number of
/// rules, which keeps the cost of all of them near that of one.
/// </summary>
internal sealed class SdkRun
{
    /// <summary>Stands for every property whose name ends so.</summary>
    public const string AnyUtc = "*Utc";

    /// <summary>What a file may say to show that a default was changed, or a thing is done elsewhere in the project.</summary>
    public static readonly string[] Words =
    [
        Rules.NullCollectionRead.Switch, "localhost", "localstack", "ReceiveMessageWaitTimeSeconds", "MaxErrorRetry", "ConfigureHttpClientDefaults", "AddServiceDefaults", "ServiceURL", "AbortMultipartUpload",
        "AbortIncompleteMultipartUpload", "PutRetentionPolicy", "PutLifecycleEventHookExecutionStatus",
    ];

    private readonly RuleSwitch _switch;
    private readonly List<(SdkRule Rule, Action<OperationAnalysisContext, OperationCall> Action)> _operations = [];
    private readonly Dictionary<string, List<(SdkRule Rule, Action<OperationAnalysisContext, IInvocationOperation> Action)>> _invocations = new(StringComparer.Ordinal);
    private readonly List<(SdkRule Rule, Action<OperationAnalysisContext, IObjectCreationOperation, SdkKind> Action)> _creations = [];
    private readonly Dictionary<string, List<(SdkRule Rule, Action<OperationAnalysisContext, IObjectCreationOperation> Action)>> _otherCreations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(SdkRule Rule, Action<OperationAnalysisContext, PropertySet> Action)>> _sets = new(StringComparer.Ordinal);
    private readonly List<(SdkRule Rule, Action<OperationAnalysisContext, IPropertyReferenceOperation> Action)> _collections = [];
    private readonly List<(SdkRule Rule, Action<OperationAnalysisContext, ICatchClauseOperation> Action)> _catches = [];
    private readonly List<(SdkRule Rule, Action<OperationAnalysisContext, IInvocationOperation> Action)> _paginators = [];
    private readonly Dictionary<string, List<(SdkRule Rule, Action<OperationAnalysisContext, IPropertyReferenceOperation> Action)>> _reads = new(StringComparer.Ordinal);
    private readonly List<(SdkRule Rule, Action<SymbolAnalysisContext, IMethodSymbol> Action)> _handlers = [];
    private readonly Dictionary<string, List<(SdkRule Rule, Action<OperationAnalysisContext, OperationCall> Action)>> _named = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(SdkRule Rule, SyntaxTree Tree), bool> _on = new();
    private readonly Lazy<HashSet<string>> _mentioned;
    private SdkRule? _starting;

    public SdkRun(AwsSdk sdk, Compilation compilation, AnalyzerOptions options, IReadOnlyList<SdkRule> rules)
    {
        Sdk = sdk;
        Compilation = compilation;
        Options = options;
        Surroundings = new Surroundings(sdk, compilation);
        _switch = new RuleSwitch(compilation, options);
        _mentioned = new Lazy<HashSet<string>>(() => Mentioned(compilation));
        foreach (var rule in rules)
        {
            if (rule.IsQuietInTests && Surroundings.IsTestProject)
                continue;
            _starting = rule;
            rule.Start(this);
        }

        _starting = null;
    }

    public AwsSdk Sdk { get; }

    public Compilation Compilation { get; }

    public AnalyzerOptions Options { get; }

    public Surroundings Surroundings { get; }

    /// <summary>True when some file says one of <see cref="Words"/>. Asked rarely; all words are looked for in one pass over the files.</summary>
    public bool SourceMentions(string word) => _mentioned.Value.Contains(word);

    /// <summary>Every call of a service operation.</summary>
    public void OnOperation(Action<OperationAnalysisContext, OperationCall> action) => _operations.Add((_starting!, action));

    /// <summary>Every call of a service operation of one of these names (without Async).</summary>
    public void OnOperation(string[] names, Action<OperationAnalysisContext, OperationCall> action)
    {
        foreach (var name in names)
            Add(_named, name, action);
    }

    /// <summary>Every call of a method of that name, whoever declares it.</summary>
    public void OnInvocation(string method, Action<OperationAnalysisContext, IInvocationOperation> action) => Add(_invocations, method, action);

    /// <summary>Every creation of one of the SDK's types, or of a subclass.</summary>
    public void OnCreation(Action<OperationAnalysisContext, IObjectCreationOperation, SdkKind> action) => _creations.Add((_starting!, action));

    /// <summary>Every creation of a type of that name, whoever declares it.</summary>
    public void OnCreationOf(string type, Action<OperationAnalysisContext, IObjectCreationOperation> action) => Add(_otherCreations, type, action);

    /// <summary>Every assignment, in an initialiser or on its own, to a property of that name that the SDK declares.</summary>
    public void OnSet(string property, Action<OperationAnalysisContext, PropertySet> action) => Add(_sets, property, action);

    /// <summary>Every mention of a list or dictionary property of the SDK's model types.</summary>
    public void OnCollection(Action<OperationAnalysisContext, IPropertyReferenceOperation> action) => _collections.Add((_starting!, action));

    /// <summary>Every catch of one of the SDK's exceptions, of Exception, or of everything.</summary>
    public void OnCatch(Action<OperationAnalysisContext, ICatchClauseOperation> action) => _catches.Add((_starting!, action));

    /// <summary>Every creation of a paginator: a call on what a client's <c>Paginators</c> gives.</summary>
    public void OnPaginator(Action<OperationAnalysisContext, IInvocationOperation> action) => _paginators.Add((_starting!, action));

    /// <summary>Every mention of a property of that name that the SDK declares.</summary>
    public void OnRead(string property, Action<OperationAnalysisContext, IPropertyReferenceOperation> action) => Add(_reads, property, action);

    /// <summary>Every method that the Lambda runtime calls for an event.</summary>
    public void OnLambdaHandler(Action<SymbolAnalysisContext, IMethodSymbol> action) => _handlers.Add((_starting!, action));

    public void Register(CompilationStartAnalysisContext context)
    {
        if (_operations.Count + _named.Count + _invocations.Count + _paginators.Count > 0)
            context.RegisterOperationAction(Invocation, OperationKind.Invocation);
        if (_creations.Count + _otherCreations.Count > 0)
            context.RegisterOperationAction(Creation, OperationKind.ObjectCreation);
        if (_sets.Count > 0)
            context.RegisterOperationAction(Assignment, OperationKind.SimpleAssignment);
        if (_collections.Count + _reads.Count > 0)
            context.RegisterOperationAction(Property, OperationKind.PropertyReference);
        if (_catches.Count > 0)
            context.RegisterOperationAction(Catch, OperationKind.CatchClause);
        if (_handlers.Count > 0 && Surroundings.KnowsLambda)
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
        if (_invocations.TryGetValue(invocation.TargetMethod.Name, out var named))
        {
            foreach (var (rule, action) in named)
            {
                if (IsOn(rule, context))
                    action(context, invocation);
            }
        }

        if (_paginators.Count > 0 && invocation.TargetMethod.ContainingType is { } factory && factory.Name.EndsWith("PaginatorFactory", StringComparison.Ordinal) && AwsSdk.IsAmazon(factory))
        {
            foreach (var (rule, action) in _paginators)
            {
                if (IsOn(rule, context))
                    action(context, invocation);
            }
        }

        if (OperationCall.Of(invocation, Sdk) is not { } call)
            return;
        if (_named.TryGetValue(call.Name, out var subscribers))
        {
            foreach (var (rule, action) in subscribers)
            {
                if (IsOn(rule, context))
                    action(context, call);
            }
        }

        foreach (var (rule, action) in _operations)
        {
            if (IsOn(rule, context))
                action(context, call);
        }
    }

    private void Creation(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type is not { } type)
            return;
        if (_otherCreations.TryGetValue(type.Name, out var named))
        {
            foreach (var (rule, action) in named)
            {
                if (IsOn(rule, context))
                    action(context, creation);
            }
        }

        var kind = Sdk.KindOf(type);
        if (kind == SdkKind.None)
            return;
        foreach (var (rule, action) in _creations)
        {
            if (IsOn(rule, context))
                action(context, creation, kind);
        }
    }

    private void Assignment(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IPropertyReferenceOperation target || !_sets.TryGetValue(target.Property.Name, out var subscribers) || !AwsSdk.IsAmazon(target.Property.ContainingType))
            return;
        var set = new PropertySet(assignment, target);
        foreach (var (rule, action) in subscribers)
        {
            if (IsOn(rule, context))
                action(context, set);
        }
    }

    private void Property(OperationAnalysisContext context)
    {
        var property = (IPropertyReferenceOperation)context.Operation;
        if (_reads.TryGetValue(property.Property.Name.EndsWith("Utc", StringComparison.Ordinal) ? AnyUtc : property.Property.Name, out var named) && AwsSdk.IsAmazon(property.Property.ContainingType))
        {
            foreach (var (rule, action) in named)
            {
                if (IsOn(rule, context))
                    action(context, property);
            }
        }

        if (_collections.Count == 0 || property.Instance is null || property.Type is not { } type || !Sdk.IsCollection(type)
            || Sdk.KindOf(property.Property.ContainingType) is not (SdkKind.Request or SdkKind.Response or SdkKind.Part)
            // Written by hand, not generated: these create their collections in every version.
            || property.Property.ContainingType.Name.StartsWith("CreatePresignedPost", StringComparison.Ordinal))
            return;
        foreach (var (rule, action) in _collections)
        {
            if (IsOn(rule, context))
                action(context, property);
        }
    }

    private void Catch(OperationAnalysisContext context)
    {
        var clause = (ICatchClauseOperation)context.Operation;
        if (Sdk.KindOf(clause.ExceptionType) != SdkKind.Exception && !IsEverything(clause.ExceptionType))
            return;
        foreach (var (rule, action) in _catches)
        {
            if (IsOn(rule, context))
                action(context, clause);
        }
    }

    private void Method(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.IsAbstract || method.Locations[0].SourceTree is not { } tree || Surroundings.HandlerOf(method) != HandlerKind.Lambda)
            return;
        foreach (var (rule, action) in _handlers)
        {
            if (_switch.IsOn(rule.Rule, tree, context.CancellationToken))
                action(context, method);
        }
    }

    private static bool IsEverything(ITypeSymbol? exception) =>
        exception is null or { SpecialType: SpecialType.System_Object } or { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private bool IsOn(SdkRule rule, OperationAnalysisContext context)
    {
        var key = (rule, context.Operation.Syntax.SyntaxTree);
        if (!_on.TryGetValue(key, out var isOn))
            _on[key] = isOn = _switch.IsOn(rule.Rule, key.SyntaxTree, context.CancellationToken);
        return isOn;
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

    private void Add<T>(Dictionary<string, List<(SdkRule, Action<OperationAnalysisContext, T>)>> map, string name, Action<OperationAnalysisContext, T> action)
    {
        if (!map.TryGetValue(name, out var list))
            map.Add(name, list = []);
        list.Add((_starting!, action));
    }
}
