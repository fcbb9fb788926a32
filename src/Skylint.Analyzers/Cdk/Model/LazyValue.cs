using Microsoft.CodeAnalysis;

namespace Skylint.Cdk.Model;

/// <summary>A value that is read when somebody asks for it, and then kept.</summary>
internal sealed class LazyValue
{
    private const int MaxDepth = 24;

    // A value can depend on itself through code that goes in circles.
    [ThreadStatic]
    private static int t_depth;

    private readonly Func<Value>? _read;
    private readonly Resolver? _resolver;
    private readonly IOperation? _operation;
    private readonly Frame? _frame;
    private Value? _value;

    public LazyValue(Value value) => _value = value;

    public LazyValue(Func<Value> read) => _read = read;

    /// <summary>What an expression is. There are many of these, and a delegate for each would be most of what they take.</summary>
    public LazyValue(Resolver resolver, IOperation operation, Frame frame) => (_resolver, _operation, _frame) = (resolver, operation, frame);

    public Value Read()
    {
        if (_value is { } known)
            return known;
        if (t_depth >= MaxDepth)
        {
            Resolver.NoteLimit();
            return UnknownValue.Instance;
        }

        t_depth++;
        try
        {
            // Two threads may both read it; they read the same.
            return _value = _read is null ? _resolver!.Resolve(_operation, _frame!) : _read();
        }
        finally
        {
            t_depth--;
        }
    }
}
