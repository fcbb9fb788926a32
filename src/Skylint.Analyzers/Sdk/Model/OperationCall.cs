using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Sdk.Model;

/// <summary>A call of a service operation: a method of a client that gives a response.</summary>
internal sealed class OperationCall
{
    private string? _service;
    private ResultUse? _result;
    private ObjectFacts? _facts;
    private bool _hasFacts;

    private OperationCall(IInvocationOperation invocation, ITypeSymbol client, INamedTypeSymbol response)
    {
        Invocation = invocation;
        Client = client;
        Response = response;
        var name = invocation.TargetMethod.Name;
        IsAsync = name.EndsWith("Async", StringComparison.Ordinal);
        Name = IsAsync ? name.Substring(0, name.Length - "Async".Length) : name;
    }

    public IInvocationOperation Invocation { get; }

    /// <summary>The type of the client as the code knows it: an interface, the SDK's class or a subclass.</summary>
    public ITypeSymbol Client { get; }

    public INamedTypeSymbol Response { get; }

    /// <summary>The operation's name in the service's API: <c>PutItem</c> for <c>PutItemAsync</c>.</summary>
    public string Name { get; }

    public bool IsAsync { get; }

    /// <summary>The service, as its namespace calls it: <c>SQS</c>, <c>DynamoDBv2</c>.</summary>
    public string? Service => _service ??= AwsSdk.ServiceOf(Response);

    /// <summary>What becomes of the response.</summary>
    public ResultUse Result => _result ??= ResultUse.Of(Invocation);

    public static OperationCall? Of(IInvocationOperation invocation, AwsSdk sdk)
    {
        var method = invocation.TargetMethod;
        if (method.IsStatic || invocation.Instance?.Type is not { } client || !sdk.IsClient(client) || !AwsSdk.IsAmazon(method.ContainingType))
            return null;
        return sdk.ResponseOf(method.ReturnType) is { } response ? new OperationCall(invocation, client, response) : null;
    }

    /// <summary>The request object as the code passes it; null for the overloads that take the request's members one by one.</summary>
    public IOperation? Request(AwsSdk sdk)
    {
        foreach (var argument in Invocation.Arguments)
        {
            if (sdk.KindOf(argument.Parameter?.Type) == SdkKind.Request)
                return argument.Value.Unwrapped();
        }

        return null;
    }

    /// <summary>What the body shows about the request; null when it does not show how it is made, or when there is none.</summary>
    public ObjectFacts? Facts(AwsSdk sdk)
    {
        if (!_hasFacts)
        {
            _facts = Request(sdk) is { } request ? ObjectFacts.Of(request, sdk) : null;
            _hasFacts = true;
        }

        return _facts;
    }

    /// <summary>The argument for the parameter of that name; null when the overload has none or it is left to its default.</summary>
    public IOperation? Argument(string parameter)
    {
        foreach (var argument in Invocation.Arguments)
        {
            if (argument.Parameter?.Name == parameter && argument.ArgumentKind == ArgumentKind.Explicit)
                return argument.Value;
        }

        return null;
    }

    /// <summary>Where to underline: the method's name, so that a long chain before it stays out.</summary>
    public Location NameLocation => Invocation.NameLocation();
}
