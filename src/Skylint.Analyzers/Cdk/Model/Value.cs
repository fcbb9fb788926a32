using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Skylint.Cdk.Model;

/// <summary>
/// What the code says a value is. Values are immutable; a later assignment makes a new one. <see cref="Origin"/> is the operation
/// that wrote it, so that a rule can point there.
/// </summary>
internal abstract record Value
{
    public IOperation? Origin { get; init; }

    /// <summary>Several values may arrive here: equal ones are kept once, and what cannot happen is dropped.</summary>
    public static Value Join(IEnumerable<Value> values)
    {
        var distinct = new List<Value>();
        foreach (var value in values.SelectMany(v => v is OneOfValue many ? many.Items : [v]))
        {
            if (value is NeverValue || distinct.Contains(value))
                continue;
            distinct.Add(value);
            if (distinct.Count > MaxAlternatives)
                return UnknownValue.Instance;
        }

        return distinct.Count switch
        {
            0 => NeverValue.Instance,
            1 => distinct[0],
            _ => new OneOfValue(distinct),
        };
    }

    public static Value Join(params Value[] values) => Join((IEnumerable<Value>)values);

    private const int MaxAlternatives = 24;

    /// <summary>The alternatives, or the value itself.</summary>
    public IReadOnlyList<Value> Alternatives => this is OneOfValue many ? many.Items : [this];

    public Value Map(Func<Value, Value> map) => this is OneOfValue many ? Join(many.Items.Select(map)) : map(this);

    public Value At(IOperation origin) => Origin is null ? this with { Origin = origin } : this;
}

/// <summary>The code does not tell.</summary>
/// <param name="NotNull">True when the value is known to be something.</param>
internal sealed record UnknownValue(bool NotNull) : Value
{
    public static readonly UnknownValue Instance = new(false);

    public static readonly UnknownValue Something = new(true);

    public bool Equals(UnknownValue? other) => other is not null && other.NotNull == NotNull;

    public override int GetHashCode() => NotNull ? 1 : 0;
}

/// <summary>No value arrives: the branch throws or is never taken.</summary>
internal sealed record NeverValue : Value
{
    public static readonly NeverValue Instance = new();
}

/// <summary>Nobody assigns the property.</summary>
internal sealed record UnsetValue : Value
{
    public static readonly UnsetValue Instance = new();
}

internal sealed record NullValue : Value
{
    public static readonly NullValue Instance = new();

    public bool Equals(NullValue? other) => other is not null;

    public override int GetHashCode() => 0;
}

/// <summary>A number, bool, char or string that is known.</summary>
internal sealed record ConstantValue(object Constant) : Value
{
    public bool Equals(ConstantValue? other) => other is not null && Equals(Constant, other.Constant);

    public override int GetHashCode() => Constant.GetHashCode();
}

/// <summary>An enum member, or a static field or property of a library: known by its name.</summary>
internal sealed record MemberValue(ISymbol Member) : Value
{
    public string Name => Member.Name;

    public bool Equals(MemberValue? other) => other is not null && SymbolEqualityComparer.Default.Equals(Member, other.Member);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Member);
}

/// <summary>The result of a library call: <c>Duration.Days(7)</c>, <c>Peer.AnyIpv4()</c>, <c>bucket.ArnForObjects("*")</c>.</summary>
internal sealed record CallValue(IMethodSymbol Method, IReadOnlyList<Value> Arguments) : Value
{
    private readonly LazyValue? _receiver;

    public CallValue(IMethodSymbol method, LazyValue? receiver, IReadOnlyList<Value> arguments)
        : this(method, arguments) => _receiver = receiver;

    /// <summary>What the call is made on; null for a static method. Few rules ask, and the construct may have been made in another file.</summary>
    public Value? Receiver => _receiver?.Read();

    public bool Is(string type, string method) => Method.Name == method && Method.ContainingType?.Name == type;

    public bool Equals(CallValue? other) => ReferenceEquals(this, other)
        || other is not null && SymbolEqualityComparer.Default.Equals(Method, other.Method) && Arguments.Equals(other.Arguments) && Equals(Receiver, other.Receiver);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Method);
}

/// <summary>A string with parts that the code does not tell: <c>$"{bucket.BucketArn}/*"</c>. A null part is a hole.</summary>
internal sealed record TextValue(IReadOnlyList<string?> Parts) : Value;

/// <summary>An object whose members are known as far as the code shows them.</summary>
/// <param name="Type">The class that was created.</param>
/// <param name="Members">Member values by name.</param>
/// <param name="Arguments">Constructor arguments by parameter name.</param>
/// <param name="IsOpen">True when code that we cannot see may have set more members.</param>
internal sealed record ObjectValue(
    INamedTypeSymbol Type,
    MemberMap Members,
    MemberMap Arguments,
    bool IsOpen) : Value
{
    /// <summary>The constructor, where the class is part of the code that is analyzed.</summary>
    public IMethodSymbol? Constructor { get; init; }

    public ObjectValue With(string member, Value value) => this with { Members = Members.SetItem(member, value) };

    public bool Equals(ObjectValue? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>An array, list or collection expression.</summary>
/// <param name="Items">The known elements.</param>
/// <param name="IsOpen">True when there may be more.</param>
internal sealed record ListValue(IReadOnlyList<Value> Items, bool IsOpen) : Value
{
    public static readonly ListValue Empty = new([], false);

    public bool Equals(ListValue? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>A dictionary with string keys.</summary>
internal sealed record MapValue(ImmutableDictionary<string, Value> Entries, bool IsOpen) : Value
{
    public static readonly MapValue Empty = new(ImmutableDictionary<string, Value>.Empty, false);

    public bool Equals(MapValue? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>A lambda or method group, to be evaluated when it is applied to known elements.</summary>
internal sealed record FunctionValue(IOperation Function) : Value;

/// <summary>One of several values, by branch, ternary, loop or caller.</summary>
internal sealed record OneOfValue(IReadOnlyList<Value> Items) : Value
{
    public bool Equals(OneOfValue? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
