using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Sdk.Model;

/// <summary>Where code stands: in a loop, in the handler of an invocation or a request, in a test.</summary>
internal sealed class Surroundings
{
    private const string Mvc = "Microsoft.AspNetCore.Mvc";
    private const string Routing = "Microsoft.AspNetCore.Routing";

    private readonly INamedTypeSymbol? _lambdaContext;
    private readonly INamedTypeSymbol? _lambdaFunction;
    private readonly Lazy<bool> _isTestProject;

    public Surroundings(AwsSdk sdk, Compilation compilation)
    {
        _lambdaContext = sdk.TypeOf("Amazon.Lambda.Core.ILambdaContext");
        _lambdaFunction = sdk.TypeOf("Amazon.Lambda.Annotations.LambdaFunctionAttribute");
        _isTestProject = new(() => compilation.ReferencedAssemblyNames.Any(a => a.Name is "xunit.core" or "xunit.v3.core" or "nunit.framework" or "Microsoft.VisualStudio.TestPlatform.TestFramework" or "MSTest.TestFramework"));
    }

    /// <summary>The compilation knows the Lambda runtime's interfaces.</summary>
    public bool KnowsLambda => _lambdaContext is not null || _lambdaFunction is not null;

    /// <summary>The compilation holds tests.</summary>
    public bool IsTestProject => _isTestProject.Value;

    /// <summary>What a method is called for, when something outside calls it once for each event or request.</summary>
    public HandlerKind HandlerOf(IMethodSymbol? method)
    {
        if (method is null or { MethodKind: not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation) })
            return HandlerKind.None;
        if (TakesLambdaContext(method))
            return HandlerKind.Lambda;
        if (_lambdaFunction is not null && Has(method, _lambdaFunction))
            return HandlerKind.Lambda;
        return method is { DeclaredAccessibility: Accessibility.Public, IsStatic: false } && IsController(method.ContainingType) ? HandlerKind.Web : HandlerKind.None;
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

    private static bool IsEndpoint(IAnonymousFunctionOperation function)
    {
        IOperation at = function;
        while (at.Parent is IDelegateCreationOperation or IConversionOperation)
            at = at.Parent;
        return at.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: var name, IsExtensionMethod: true } method } }
            && name.StartsWith("Map", StringComparison.Ordinal) && method.Parameters.Length > 0 && IsEndpointBuilder(method.Parameters[0].Type);
    }

    private static bool IsEndpointBuilder(ITypeSymbol type) =>
        AwsSdk.IsNamed(type, Routing, "IEndpointRouteBuilder") || type.AllInterfaces.Any(i => AwsSdk.IsNamed(i, Routing, "IEndpointRouteBuilder"));

    private static bool IsController(INamedTypeSymbol type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (AwsSdk.IsNamed(at, Mvc, "ControllerBase"))
                return true;
        }

        return type.GetAttributes().Any(a => AwsSdk.IsNamed(a.AttributeClass, Mvc, "ApiControllerAttribute"));
    }

    private static bool Has(ISymbol symbol, INamedTypeSymbol attribute) =>
        symbol.GetAttributes().Any(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, attribute));
}
