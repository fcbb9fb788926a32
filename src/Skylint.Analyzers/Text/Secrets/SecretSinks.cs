using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Text.Secrets;

/// <summary>
/// Finds the places of libraries that take a secret, by the names that all of them share: a parameter called <c>password</c> takes a
/// password whoever declares it. Members of the compilation itself are no places: what they do with the text is seen in their bodies.
/// </summary>
internal sealed class SecretSinks(Compilation compilation)
{
    private static readonly HashSet<string> s_tokens = new(StringComparer.OrdinalIgnoreCase)
    {
        "apiKey", "authToken", "accessToken", "clientSecret", "appSecret", "bearerToken", "subscriptionKey", "apiToken", "accountKey", "sharedAccessKey", "apiSecret", "consumerSecret", "oAuthToken", "oAuthBearerToken",
    };

    private static readonly HashSet<string> s_headers = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "Proxy-Authorization", "X-Api-Key", "Api-Key", "ApiKey", "X-Auth-Token", "X-Access-Token", "X-Functions-Key", "Ocp-Apim-Subscription-Key", "X-Vault-Token", "Private-Token", "X-Amz-Security-Token", "X-Auth-Key",
    };

    private static readonly HashSet<string> s_cryptoParameters = new(StringComparer.Ordinal) { "key", "rgbKey", "ikm", "prk", "password", "strPassword" };

    private readonly ConcurrentDictionary<IMethodSymbol, (SecretKind Kind, int Parameter)?> _methods = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IPropertySymbol, SecretKind?> _properties = new(SymbolEqualityComparer.Default);

    /// <summary>The place that the operation fills; null when it fills none.</summary>
    public SecretSink? Find(IOperation operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment:
                return OfProperty(target, assignment.Value);
            case IObjectCreationOperation { Constructor: { } constructor } creation when creation.Arguments.Length > 0 && SinkOf(constructor) is { } sink:
                return Argument(creation.Arguments, sink, constructor.ContainingType.Name);
            case IInvocationOperation { Arguments.Length: > 0 } call:
                if (SinkOf(call.TargetMethod) is { } taken)
                    return Argument(call.Arguments, taken, call.TargetMethod.Name);
                return OfHeader(call);
            default:
                return null;
        }
    }

    private SecretSink? OfProperty(IPropertyReferenceOperation target, IOperation value)
    {
        if (target.Arguments.Length == 1)
        {
            return target.Arguments[0].Value.ConstantValue is not { HasValue: true, Value: string name } ? null
                : s_headers.Contains(name) ? new SecretSink(SecretKind.Header, value, name)
                : IsPasswordName(name) && Inherits(target.Property.ContainingType, "DbConnectionStringBuilder") ? new SecretSink(SecretKind.Password, value, name)
                : null;
        }

        var property = target.Property;
        if (property.Type is not ({ SpecialType: SpecialType.System_String } or IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte }) || IsOwn(property))
            return null;
        return _properties.GetOrAdd(property.OriginalDefinition, Classify) is { } kind ? new SecretSink(kind, value, property.ContainingType.Name + "." + property.Name) : null;
    }

    private (SecretKind Kind, int Parameter)? SinkOf(IMethodSymbol method)
    {
        if (IsOwn(method))
            return null;

        // Most calls end here: no parameter takes text or bytes.
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        var takes = false;
        foreach (var parameter in definition.Parameters)
            takes |= IsTextOrBytes(parameter.Type);
        return takes ? _methods.GetOrAdd(definition, Classify) : null;
    }

    private static SecretSink? Argument(IEnumerable<IArgumentOperation> arguments, (SecretKind Kind, int Parameter) sink, string name)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Ordinal == sink.Parameter && argument.ArgumentKind != ArgumentKind.DefaultValue)
                return new SecretSink(sink.Kind, argument.Value, name);
        }

        return null;
    }

    /// <summary>A call that is given the name of a header and its value: a header collection's, or that of a library's request.</summary>
    private static SecretSink? OfHeader(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (call.Arguments.Length < 2 || !(method.Name is "Add" or "Set" or "Append" or "TryAdd" or "TryAddWithoutValidation" || method.Name.IndexOf("Header", StringComparison.Ordinal) >= 0))
            return null;
        var skip = method.IsExtensionMethod && call.Instance is null ? 1 : 0;
        return call.Arguments.Length == skip + 2
            && call.Arguments[skip].Value.ConstantValue is { HasValue: true, Value: string name } && s_headers.Contains(name)
            ? new SecretSink(SecretKind.Header, call.Arguments[skip + 1].Value, name)
            : null;
    }

    private static (SecretKind Kind, int Parameter)? Classify(IMethodSymbol method)
    {
        var type = method.ContainingType;
        var space = LibraryTypes.NamespaceOf(type);
        if (IsForeignMatter(space))
            return null;
        foreach (var parameter in method.Parameters)
        {
            if (!IsTextOrBytes(parameter.Type))
                continue;
            SecretKind? kind = null;
            if (IsCrypto(space, type) && s_cryptoParameters.Contains(parameter.Name))
                kind = SecretKind.CryptoKey;
            else if (parameter.Type.SpecialType != SpecialType.System_String)
                continue;
            else if (IsPasswordName(parameter.Name))
                kind = SecretKind.Password;
            else if (IsConnectionString(parameter.Name) || (type.Name == "ConnectionMultiplexer" && parameter.Name == "configuration") || (type.Name == "Uri" && parameter.Name == "uriString"))
                kind = SecretKind.ConnectionString;
            else if (s_tokens.Contains(parameter.Name) || (parameter.Name == "key" && type.Name.EndsWith("KeyCredential", StringComparison.Ordinal)))
                kind = SecretKind.Token;
            else if (parameter.Name == "parameter" && type.Name == "AuthenticationHeaderValue" && method.MethodKind == MethodKind.Constructor)
                kind = SecretKind.Header;
            if (kind is { } found)
                return (found, parameter.Ordinal);
        }

        return null;
    }

    private static SecretKind? Classify(IPropertySymbol property)
    {
        var type = property.ContainingType;
        var space = LibraryTypes.NamespaceOf(type);
        if (IsForeignMatter(space) || property.IsStatic)
            return null;
        if (property.Type is IArrayTypeSymbol)
            return property.Name == "Key" && IsCrypto(space, type) ? SecretKind.CryptoKey : null;
        if (IsPasswordName(property.Name))
            return SecretKind.Password;
        if (IsConnectionString(property.Name))
            return SecretKind.ConnectionString;
        return s_tokens.Contains(property.Name) ? SecretKind.Token : null;
    }

    private bool IsOwn(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly);

    // Constructs have rules of their own about secrets in templates.
    private static bool IsForeignMatter(string space) => space.StartsWith("Amazon.CDK", StringComparison.Ordinal);

    private static bool IsCrypto(string space, INamedTypeSymbol type) =>
        space is "System.Security.Cryptography" || type.Name is "SymmetricSecurityKey" or "KeyParameter" || Inherits(type, "SymmetricAlgorithm") || Inherits(type, "KeyedHashAlgorithm");

    /// <summary>True for the name of a parameter, a property or a setting that holds a password.</summary>
    internal static bool IsPasswordName(string name) =>
        EndsWith(name, "password") || EndsWith(name, "passphrase") || name.Equals("pwd", StringComparison.OrdinalIgnoreCase) || name.Equals("passwd", StringComparison.OrdinalIgnoreCase);

    private static bool IsConnectionString(string name) => EndsWith(name, "connectionString") || name == "nameOrConnectionString";

    private static bool EndsWith(string name, string end) => name.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    private static bool IsTextOrBytes(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } => true,
        IArrayTypeSymbol array => array.ElementType.SpecialType == SpecialType.System_Byte,
        INamedTypeSymbol { Name: "ReadOnlySpan", TypeArguments: { Length: 1 } elements } => elements[0].SpecialType is SpecialType.System_Byte or SpecialType.System_Char,
        _ => false,
    };

    private static bool Inherits(INamedTypeSymbol? type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name == name)
                return true;
        }

        return false;
    }
}
