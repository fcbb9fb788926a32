using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Text;

/// <summary>
/// Where text enters the process. Only what is certain by its type or its place is called external; everything else whose
/// origin the code does not show stays unknown.
/// </summary>
internal sealed class Sources
{
    private readonly ConcurrentDictionary<ITypeSymbol, OriginKind?> _types = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _entries = new(SymbolEqualityComparer.Default);

    /// <summary>What reading anything from an instance of the type means; null for types that are no source.</summary>
    public OriginKind? OfType(ITypeSymbol? type) => type is null or IErrorTypeSymbol ? null : _types.GetOrAdd(type.OriginalDefinition, Classify);

    /// <summary>True when the parameter is filled by a caller outside the process: a web request, an event, a command line.</summary>
    public bool IsEntryParameter(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol method
        && !parameter.GetAttributes().Any(a => a.AttributeClass?.Name is "FromServicesAttribute" or "FromKeyedServicesAttribute")
        && _entries.GetOrAdd(method, IsEntryPoint);

    /// <summary>True for a lambda or method group that is handed to <c>MapGet</c> and its siblings.</summary>
    public static bool IsMappedEndpoint(IOperation function)
    {
        var current = function.Parent;
        while (current is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
            current = current.Parent;
        return current is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var target } }
            && target.Name is "MapGet" or "MapPost" or "MapPut" or "MapDelete" or "MapPatch" or "MapMethods" or "Map"
            && current is IArgumentOperation { Parent: IInvocationOperation invocation }
            && LibraryTypes.NamespaceOf(invocation.TargetMethod.ContainingType).StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal);
    }

    private static OriginKind? Classify(ITypeSymbol type)
    {
        var space = LibraryTypes.NamespaceOf(type);
        if (space.StartsWith("Amazon.Lambda.", StringComparison.Ordinal) && space.EndsWith("Events", StringComparison.Ordinal))
            return OriginKind.Request;
        switch (space)
        {
            case "Microsoft.AspNetCore.Http":
                return type.Name is "HttpRequest" or "IQueryCollection" or "IFormCollection" or "IHeaderDictionary" or "IRequestCookieCollection" or "IFormFile" or "QueryString"
                    or "RouteValueDictionary" or "HttpRequestRewindExtensions" or "RequestFormReaderExtensions" or "HttpRequestJsonExtensions" ? OriginKind.Request : null;
            case "Microsoft.AspNetCore.Routing":
                return type.Name is "RouteValueDictionary" ? OriginKind.Request : null;
            case "System.Web":
                return type.Name is "HttpRequest" or "HttpRequestBase" or "HttpCookie" or "HttpCookieCollection" ? OriginKind.Request : null;
            case "System.Web.UI.WebControls":
                return type.Name is "TextBox" or "HiddenField" ? OriginKind.Request : null;
            case "Amazon.SQS.Model":
                return type.Name is "Message" ? OriginKind.Request : null;
            case "System":
                return type.Name is "Console" ? OriginKind.Input : null;
            case "System.Net.Sockets":
                return type.Name is "Socket" or "NetworkStream" or "TcpClient" or "UdpClient" ? OriginKind.Input : null;
            case "System.Net" when type.Name is "WebClient" or "HttpListenerRequest":
                return OriginKind.Request;
            case "System.Net.Http":
                return type.Name is "HttpClient" or "HttpContent" or "HttpResponseMessage" ? OriginKind.Input : null;
            case "System.IO":
                return type.Name is "StreamReader" or "TextReader" or "BinaryReader" or "File" or "FileInfo" ? OriginKind.File : null;
            default:
                return null;
        }
    }

    /// <summary>True for the method that gets the program's own command line: whoever writes that runs the program.</summary>
    public static bool IsCommandLine(IMethodSymbol method) =>
        method is { IsStatic: true, Name: "Main" or WellKnownMemberNames.TopLevelStatementsEntryPointMethodName, Parameters: { Length: 1 } parameters } && parameters[0].Type is IArrayTypeSymbol;

    private bool IsEntryPoint(IMethodSymbol method)
    {
        if (method.MethodKind != MethodKind.Ordinary)
            return false;
        if (IsCommandLine(method))
            return true;
        if (method.Parameters.Any(p => p.Type.Name == "ILambdaContext" && LibraryTypes.NamespaceOf(p.Type) == "Amazon.Lambda.Core"))
            return true;
        if (method.GetAttributes().Any(a => a.AttributeClass is { } c && (c.Name == "LambdaFunctionAttribute" || IsHttpMethod(c))))
            return true;
        if (method.DeclaredAccessibility != Accessibility.Public || method.IsStatic || method.GetAttributes().Any(a => a.AttributeClass?.Name == "NonActionAttribute"))
            return false;
        if (method.Parameters.Any(p => OfType(p.Type) == OriginKind.Request && LibraryTypes.NamespaceOf(p.Type).StartsWith("Amazon.Lambda.", StringComparison.Ordinal)))
            return true;
        for (var type = method.ContainingType; type is not null; type = type.BaseType)
        {
            if (type.Name is "ControllerBase" or "Controller" or "ApiController" or "PageModel" or "Hub" && LibraryTypes.NamespaceOf(type) is "Microsoft.AspNetCore.Mvc" or "System.Web.Mvc" or "System.Web.Http" or "Microsoft.AspNetCore.Mvc.RazorPages" or "Microsoft.AspNetCore.SignalR")
                return true;
            if (type.GetAttributes().Any(a => a.AttributeClass?.Name is "ApiControllerAttribute" or "ControllerAttribute"))
                return true;
        }

        return false;
    }

    private static bool IsHttpMethod(INamedTypeSymbol attribute)
    {
        for (var type = attribute; type is not null; type = type.BaseType!)
        {
            if (type.Name is "HttpMethodAttribute" or "RouteAttribute" && LibraryTypes.NamespaceOf(type).StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal))
                return true;
            if (type.Name is "WebMethodAttribute" or "HttpGetAttribute" or "HttpPostAttribute" && LibraryTypes.NamespaceOf(type).StartsWith("System.Web", StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
