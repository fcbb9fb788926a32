using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Sdk.Model;
using Skylint.Sdk.Rules;

namespace Skylint.Sdk;

/// <summary>
/// What each rule wants to see, said once for the process: a compilation only looks things up here, so that starting one costs the same whatever
/// the number of rules.
/// </summary>
internal sealed class SdkSubscriptions
{
    /// <summary>Stands for every property whose name ends so.</summary>
    public const string AnyUtc = "*Utc";

    private readonly Dictionary<string, List<Subscriber<IInvocationOperation>>> _invocations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Subscriber<IObjectCreationOperation>>> _creationsByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Subscriber<PropertySet>>> _sets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Subscriber<IPropertyReferenceOperation>>> _reads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Subscriber<OperationCall>>> _operationsByName = new(StringComparer.Ordinal);
    private SdkRule? _rule;
    private int _index = -1;

    public SdkSubscriptions(IReadOnlyList<SdkRule> rules)
    {
        Rules = rules;
        foreach (var rule in rules)
        {
            _rule = rule;
            _index++;
            rule.Subscribe(this);
        }
    }

    /// <summary>The rules; a subscriber's index is the place of its rule in this list.</summary>
    public IReadOnlyList<SdkRule> Rules { get; }

    public List<Subscriber<OperationCall>> Operations { get; } = [];

    public List<CreationSubscriber> Creations { get; } = [];

    public List<Subscriber<IPropertyReferenceOperation>> Collections { get; } = [];

    public List<Subscriber<ICatchClauseOperation>> Catches { get; } = [];

    public List<Subscriber<IInvocationOperation>> Paginators { get; } = [];

    public List<HandlerSubscriber> Handlers { get; } = [];

    public List<Subscriber<IInvocationOperation>>? InvocationsOf(string method) => Find(_invocations, method);

    public List<Subscriber<IObjectCreationOperation>>? CreationsOf(string type) => Find(_creationsByName, type);

    public List<Subscriber<PropertySet>>? SetsOf(string property) => Find(_sets, property);

    public List<Subscriber<IPropertyReferenceOperation>>? ReadsOf(string property) => Find(_reads, property.EndsWith("Utc", StringComparison.Ordinal) ? AnyUtc : property);

    public List<Subscriber<OperationCall>>? OperationsOf(string operation) => Find(_operationsByName, operation);

    /// <summary>Every call of a service operation.</summary>
    public void OnOperation(Action<SdkRun, OperationAnalysisContext, OperationCall> action) => Operations.Add(new(_rule!, _index, action));

    /// <summary>Every call of a service operation of one of these names (without Async).</summary>
    public void OnOperation(string[] names, Action<SdkRun, OperationAnalysisContext, OperationCall> action)
    {
        foreach (var name in names)
            Add(_operationsByName, name, action);
    }

    /// <summary>Every call of a method of that name, whoever declares it.</summary>
    public void OnInvocation(string method, Action<SdkRun, OperationAnalysisContext, IInvocationOperation> action) => Add(_invocations, method, action);

    /// <summary>Every creation of one of the SDK's types, or of a subclass.</summary>
    public void OnCreation(Action<SdkRun, OperationAnalysisContext, IObjectCreationOperation, SdkKind> action) => Creations.Add(new(_rule!, _index, action));

    /// <summary>Every creation of a type of that name, whoever declares it.</summary>
    public void OnCreationOf(string type, Action<SdkRun, OperationAnalysisContext, IObjectCreationOperation> action) => Add(_creationsByName, type, action);

    /// <summary>Every assignment, in an initialiser or on its own, to a property of that name that the SDK declares.</summary>
    public void OnSet(string property, Action<SdkRun, OperationAnalysisContext, PropertySet> action) => Add(_sets, property, action);

    /// <summary>Every mention of a list or dictionary property of the SDK's model types.</summary>
    public void OnCollection(Action<SdkRun, OperationAnalysisContext, IPropertyReferenceOperation> action) => Collections.Add(new(_rule!, _index, action));

    /// <summary>Every catch of one of the SDK's exceptions, of Exception, or of everything.</summary>
    public void OnCatch(Action<SdkRun, OperationAnalysisContext, ICatchClauseOperation> action) => Catches.Add(new(_rule!, _index, action));

    /// <summary>Every creation of a paginator: a call on what a client's <c>Paginators</c> gives.</summary>
    public void OnPaginator(Action<SdkRun, OperationAnalysisContext, IInvocationOperation> action) => Paginators.Add(new(_rule!, _index, action));

    /// <summary>Every mention of a property of that name that the SDK declares.</summary>
    public void OnRead(string property, Action<SdkRun, OperationAnalysisContext, IPropertyReferenceOperation> action) => Add(_reads, property, action);

    /// <summary>Every method that the Lambda runtime calls for an event.</summary>
    public void OnLambdaHandler(Action<SdkRun, SymbolAnalysisContext, IMethodSymbol> action) => Handlers.Add(new(_rule!, _index, action));

    private void Add<T>(Dictionary<string, List<Subscriber<T>>> map, string name, Action<SdkRun, OperationAnalysisContext, T> action)
    {
        if (!map.TryGetValue(name, out var list))
            map.Add(name, list = []);
        list.Add(new(_rule!, _index, action));
    }

    private static List<Subscriber<T>>? Find<T>(Dictionary<string, List<Subscriber<T>>> map, string name) => map.TryGetValue(name, out var found) ? found : null;

    /// <summary>One rule's interest in one kind of thing.</summary>
    public sealed record Subscriber<T>(SdkRule Rule, int Index, Action<SdkRun, OperationAnalysisContext, T> Action);

    /// <summary>One rule's interest in creations of the SDK's types.</summary>
    public sealed record CreationSubscriber(SdkRule Rule, int Index, Action<SdkRun, OperationAnalysisContext, IObjectCreationOperation, SdkKind> Action);

    /// <summary>One rule's interest in Lambda handlers.</summary>
    public sealed record HandlerSubscriber(SdkRule Rule, int Index, Action<SdkRun, SymbolAnalysisContext, IMethodSymbol> Action);
}
