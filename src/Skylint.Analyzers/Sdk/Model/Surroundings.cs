using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Sdk.Model;

/// <summary>Where code stands: in a loop, in the handler of an invocation or a request, in a test.</summary>
internal sealed class Surroundings
{
    private readonly INamedTypeSymbol? _lambdaContext;
    private readonly INamedTypeSymbol? _lambdaFunction;
    private readonly INamedTypeSymbol? _controller;
    private readonly INamedTypeSymbol? _apiController;
    private readonly INamedTypeSymbol? _endpoints;

    public Surroundings(AwsSdk sdk, Compilation compilation)
    {
        _lambdaContext = sdk.TypeOf("Amazon.Lambda.Core.ILambdaContext");
        _lambdaFunction = sdk.TypeOf("Amazon.Lambda.Annotations.LambdaFunctionAttribute");
        _controller = sdk.TypeOf("Microsoft.AspNetCore.Mvc.ControllerBase");
        _apiController = sdk.TypeOf("Microsoft.AspNetCore.Mvc.ApiControllerAttribute");
        _endpoints = sdk.TypeOf("Microsoft.AspNetCore.Routing.IEndpointRouteBuilder");
        IsTestProject = compilation.ReferencedAssemblyNames.Any(a => a.Name is "xunit.core" or "xunit.v3.core" or "nunit.framework" or "Microsoft.VisualStudio.TestPlatform.TestFramework" or "MSTest.TestFramework");
    }

    /// <summary>The compilation knows the Lambda runtime's interfaces.</summary>
    public bool KnowsLambda => _lambdaContext is not null || _lambdaFunction is not null;

    /// <summary>The compilation holds tests.</summary>
    public bool IsTestProject { get; }

    /// <summary>What a method is called for, when something outside calls it once for each event or request.</summary>
    public HandlerKind HandlerOf(IMethodSymbol? method)
    {
        if (method is null or { MethodKind: not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation) })
            return HandlerKind.None;
        if (TakesLambdaContext(method))
            return HandlerKind.Lambda;
        if (_lambdaFunction is not null && Has(method, _lambdaFunction))
            return HandlerKind.Lambda;
        if (method is { DeclaredAccessibility: Accessibility.Public, IsStatic: false } && _controller is not null
            && (AwsSdk.Is(method.ContainingType, _controller) || (_apiController is not null && Has(method.ContainingType, _apiController))))
            return HandlerKind.Web;
        return HandlerKind.None;
    }

    /// <summary>The handler in which an operation stands: its method, the private method that a handler of the same type calls, or the delegate of an endpoint.</summary>
    public HandlerKind HandlerOf(IOperation operation, ISymbol containing)
    {
        foreach (var ancestor in operation.Ancestors())
        {
            if (ancestor is IAnonymousFunctionOperation function)
                return TakesLambdaContext(function.Symbol) ? HandlerKind.Lambda : IsEndpoint(function) ? HandlerKind.Web : HandlerKind.None;
            if (ancestor is ILocalFunctionOperation local)
            {
                if (TakesLambdaContext(local.Symbol))
                    return HandlerKind.Lambda;
                break;
            }
        }

        return HandlerOf(containing as IMethodSymbol);
    }

    /// <summary>The loop that repeats an operation in its own function; null when it runs once for each call.</summary>
    public static ILoopOperation? LoopAround(IOperation operation)
    {
        var child = operation;
        foreach (var ancestor in operation.Ancestors())
        {
            switch (ancestor)
            {
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return null;
                case IForEachLoopOperation each when each.Collection == child:
                    break;
                case IForLoopOperation { Before: var before } when before.Contains(child):
                    break;
                case ILoopOperation loop:
                    return loop;
            }

            child = ancestor;
        }

        return null;
    }

    // The event types of Amazon.Lambda.SQSEvents and its like are handed to handlers and to what handlers call.
    private bool TakesLambdaContext(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            if (SymbolEqualityComparer.Default.Equals(parameter.Type, _lambdaContext) || IsLambdaEvent(parameter.Type))
                return true;
        }

        return false;
    }

    /// <summary>True for the events that the Lambda packages declare: SQSEvent, APIGatewayProxyRequest ...</summary>
    public static bool IsLambdaEvent(ITypeSymbol type) =>
        type.ContainingType is null
        && type.ContainingNamespace is { ContainingNamespace: { Name: "Lambda", ContainingNamespace: { Name: "Amazon", ContainingNamespace.IsGlobalNamespace: true } } } space
        && space.Name.EndsWith("Events", StringComparison.Ordinal)
        && (type.Name.EndsWith("Event", StringComparison.Ordinal) || type.Name.EndsWith("Request", StringComparison.Ordinal));

    private bool IsEndpoint(IAnonymousFunctionOperation function)
    {
        if (_endpoints is null)
            return false;
        IOperation at = function;
        while (at.Parent is IDelegateCreationOperation or IConversionOperation)
            at = at.Parent;
        return at.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: var name, IsExtensionMethod: true } method } }
            && name.StartsWith("Map", StringComparison.Ordinal) && method.Parameters.Length > 0 && AwsSdk.Is(method.Parameters[0].Type, _endpoints);
    }

    private static bool Has(ISymbol symbol, INamedTypeSymbol attribute) =>
        symbol.GetAttributes().Any(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, attribute));
}
