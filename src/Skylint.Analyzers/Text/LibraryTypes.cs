using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Skylint.Text;

/// <summary>What a type of the class library does with text.</summary>
internal enum LibraryKind
{
    /// <summary>Not known.</summary>
    None,

    /// <summary>Its members hand on what they are given and add nothing of their own.</summary>
    Carrier,

    /// <summary>A carrier that holds text and that its methods change.</summary>
    Container,

    /// <summary><c>System.Convert</c> and the like: part hands on, part gives a harmless alphabet.</summary>
    Converter,

    Regex,

    /// <summary>Names of types and members: text that the program's own declarations contain.</summary>
    Reflection,

    /// <summary>A database provider's quoting.</summary>
    Quoting,

    /// <summary>A parameter object: its name was chosen by code.</summary>
    DbParameter,

    /// <summary>Lends builders and buffers, which are empty.</summary>
    Pool,
}

/// <summary>Classifies types of the class library by name, once for each type.</summary>
internal sealed class LibraryTypes
{
    private static readonly ConditionalWeakTable<INamespaceSymbol, string> s_namespaces = new();

    private readonly ConcurrentDictionary<ITypeSymbol, LibraryKind> _kinds = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _inert = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _collections = new(SymbolEqualityComparer.Default);

    public LibraryKind KindOf(ITypeSymbol? type) =>
        type is null ? LibraryKind.None : type is IArrayTypeSymbol ? LibraryKind.Container : _kinds.GetOrAdd(type.OriginalDefinition, Classify);

    /// <summary>True for types whose values, written as text, can hold no quote and no keyword.</summary>
    public bool IsInert(ITypeSymbol? type)
    {
        if (type is null)
            return false;
        switch (type.SpecialType)
        {
            case SpecialType.System_String or SpecialType.System_Object or SpecialType.System_Char or SpecialType.System_Void:
                return false;
            case SpecialType.System_Boolean or SpecialType.System_DateTime or SpecialType.System_Decimal:
                return true;
            case >= SpecialType.System_SByte and <= SpecialType.System_Double:
                return true;
        }

        if (type.TypeKind is TypeKind.Enum)
            return true;
        // Numbers that are joined. Bytes can be any text.
        if (type is IArrayTypeSymbol { ElementType: var element })
            return element.SpecialType is not (SpecialType.System_Byte or SpecialType.System_SByte) && IsInert(element);
        if (type is INamedTypeSymbol { TypeArguments.Length: 1, TypeKind: TypeKind.Class or TypeKind.Interface or TypeKind.Struct } collection && IsCollection(collection))
            return collection.TypeArguments[0].SpecialType is not (SpecialType.System_Byte or SpecialType.System_SByte) && IsInert(collection.TypeArguments[0]);
        return type.TypeKind is TypeKind.Struct or TypeKind.TypeParameter && _inert.GetOrAdd(type, ClassifyInert);
    }

    private bool IsCollection(INamedTypeSymbol type) => _collections.GetOrAdd(type.OriginalDefinition, definition =>
        definition.AllInterfaces.Prepend((INamedTypeSymbol)definition).Any(i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
        && NamespaceOf(definition) is var space && (space == "System.Linq" || space.StartsWith("System.Collections.", StringComparison.Ordinal)));

    private bool ClassifyInert(ITypeSymbol type)
    {
        switch (type)
        {
            case INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable:
                return IsInert(nullable.TypeArguments[0]);
            case ITypeParameterSymbol parameter:
                return parameter.ConstraintTypes.Any(c => c.SpecialType == SpecialType.System_Enum || (c.Name is "INumber" or "INumberBase" or "IBinaryInteger" && c.ContainingNamespace?.Name == "Numerics"));
            default:
                return type.Name switch
                {
                    "Guid" or "DateTimeOffset" or "TimeSpan" or "DateOnly" or "TimeOnly" or "Half" or "Int128" or "UInt128" or "Index" or "Range" => IsNamespace(type, "System"),
                    "BigInteger" => IsNamespace(type, "System.Numerics"),
                    "Ulid" => type.ContainingNamespace?.Name is "Ulid" or "NUlid" or "System",
                    _ => false,
                };
        }
    }

    private static LibraryKind Classify(ITypeSymbol type)
    {
        var space = NamespaceOf(type);
        switch (space)
        {
            case "System":
                return type.Name switch
                {
                    "String" or "MemoryExtensions" or "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" or "FormattableString" or "Lazy" or "Nullable"
                        or "Tuple" or "ValueTuple" or "Object" or "Char" or "StringNormalizationExtensions" or "TupleExtensions" => LibraryKind.Carrier,
                    "Array" or "ArraySegment" => LibraryKind.Container,
                    "Convert" or "BitConverter" => LibraryKind.Converter,
                    "Type" => LibraryKind.Reflection,
                    _ => LibraryKind.None,
                };
            case "System.Text":
                return type.Name is "StringBuilder" ? LibraryKind.Container : type.Name.EndsWith("Encoding", StringComparison.Ordinal) ? LibraryKind.Carrier : LibraryKind.None;
            case "System.IO":
                return type.Name is "StringWriter" or "TextWriter" ? LibraryKind.Container : type.Name is "StringReader" ? LibraryKind.Carrier : LibraryKind.None;
            case "System.Globalization":
                return type.Name is "TextInfo" ? LibraryKind.Carrier : LibraryKind.None;
            case "System.Net" when type.Name is "WebUtility":
            case "System.Web" when type.Name is "HttpUtility":
                return LibraryKind.Carrier;
            case "System.Linq":
                return LibraryKind.Carrier;
            case "System.Threading.Tasks":
                return type.Name is "Task" or "ValueTask" or "TaskAsyncEnumerableExtensions" ? LibraryKind.Carrier : LibraryKind.None;
            case "System.Runtime.CompilerServices":
                return type.Name is "FormattableStringFactory" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable" or "TaskAwaiter" or "ValueTaskAwaiter" or "ConfiguredTaskAwaiter"
                    ? LibraryKind.Carrier : type.Name is "DefaultInterpolatedStringHandler" ? LibraryKind.Container : LibraryKind.None;
            case "System.Text.RegularExpressions":
                return type.Name is "Regex" ? LibraryKind.Regex : type.Name is "Match" or "Group" or "Capture" or "MatchCollection" or "GroupCollection" or "CaptureCollection" ? LibraryKind.Carrier : LibraryKind.None;
            case "System.Reflection":
                return LibraryKind.Reflection;
            case "Microsoft.Extensions.ObjectPool" when type.Name == "ObjectPool":
            case "System.Buffers" when type.Name == "ArrayPool":
                return LibraryKind.Pool;
        }

        if (space == "System.Collections" || space.StartsWith("System.Collections.", StringComparison.Ordinal))
            return LibraryKind.Container;
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name == "DbCommandBuilder" && NamespaceOf(current) == "System.Data.Common")
                return LibraryKind.Quoting;
            if (current.Name is "DbParameter" or "IDbDataParameter" or "IDataParameter" && NamespaceOf(current).StartsWith("System.Data", StringComparison.Ordinal))
                return LibraryKind.DbParameter;
        }

        return LibraryKind.None;
    }

    /// <summary>True for the class library's builders and collections.</summary>
    internal static bool IsStandardContainer(ITypeSymbol type) => NamespaceOf(type) is var space && (space == "System.Text" || space == "System.Collections" || space.StartsWith("System.Collections.", StringComparison.Ordinal));

    private static bool IsNamespace(ITypeSymbol type, string name) => NamespaceOf(type) == name;

    internal static string NamespaceOf(ISymbol symbol) => symbol.ContainingNamespace is { IsGlobalNamespace: false } space ? s_namespaces.GetValue(space, NameOf) : "";

    private static string NameOf(INamespaceSymbol space) => space.ContainingNamespace is { IsGlobalNamespace: false } outer ? s_namespaces.GetValue(outer, NameOf) + "." + space.Name : space.Name;
}
