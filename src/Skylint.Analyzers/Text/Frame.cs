using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Text;

/// <summary>The call in whose body an expression is evaluated: what its parameters hold. The outermost frame knows nothing about them.</summary>
internal sealed class Frame
{
    public static readonly Frame Root = new(null, 0);

    /// <summary>The frame of what holds for the whole compilation: the value of a member, the arguments of all callers.</summary>
    public static readonly Frame Member = new(null, 1);

    private readonly Dictionary<IParameterSymbol, TextValue>? _arguments;

    private Frame(Dictionary<IParameterSymbol, TextValue>? arguments, int depth, Frame? caller = null, IInvocationOperation? call = null)
    {
        _arguments = arguments;
        Depth = depth;
        Caller = caller;
        Call = call;
    }

    public int Depth { get; }

    /// <summary>The frame that it was entered from; null for the outermost ones.</summary>
    public Frame? Caller { get; }

    /// <summary>The call that it was entered by; null when that is not an ordinary one.</summary>
    public IInvocationOperation? Call { get; }

    public bool TryGet(IParameterSymbol parameter, out TextValue value)
    {
        value = TextValue.Empty;
        return _arguments is not null && _arguments.TryGetValue(parameter, out value!);
    }

    /// <summary>A call made from this frame. Parameters of enclosing functions stay known.</summary>
    public Frame Enter(IEnumerable<(IParameterSymbol Parameter, TextValue Value)> arguments, IInvocationOperation? call = null)
    {
        var all = new Dictionary<IParameterSymbol, TextValue>(SymbolEqualityComparer.Default);
        if (_arguments is not null)
        {
            foreach (var pair in _arguments)
                all[pair.Key] = pair.Value;
        }

        foreach (var (parameter, value) in arguments)
            all[parameter] = value;
        return new Frame(all, Depth + 1, this, call);
    }
}
