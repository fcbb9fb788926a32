using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Skylint.Cdk.Model;

/// <summary>
/// Under which circumstances an expression is read: what is bound to the parameters of the method it stands in, and to <c>this</c>.
/// </summary>
internal sealed class Frame
{
    /// <summary>Nothing is known about the caller: parameters are answered by all visible callers.</summary>
    public static readonly Frame Root = new(ImmutableDictionary.Create<ISymbol, LazyValue>(SymbolEqualityComparer.Default), ImmutableDictionary.Create<ISymbol, Value>(SymbolEqualityComparer.Default), null, 0, null);

    private readonly ImmutableDictionary<ISymbol, LazyValue> _parameters;
    private readonly ImmutableDictionary<ISymbol, Value> _here;
    private readonly Frame _elsewhere;
    private Dictionary<(SyntaxNode Use, ISymbol Variable), Value>? _variables;

    private Frame(ImmutableDictionary<ISymbol, LazyValue> parameters, ImmutableDictionary<ISymbol, Value> here, Value? instance, int depth, Frame? elsewhere)
    {
        _parameters = parameters;
        _here = here;
        This = instance;
        Depth = depth;
        _elsewhere = elsewhere ?? this;
    }

    /// <summary>The object that the code runs on, when it is known.</summary>
    public Value? This { get; }

    /// <summary>How many calls lie between the construct and this code.</summary>
    public int Depth { get; }

    public bool IsRoot => _parameters.IsEmpty && This is null;

    /// <summary>Inside a called method. Its arguments are read when the method uses them: reading one may lead through other files.</summary>
    public Frame Call(ImmutableDictionary<ISymbol, LazyValue> parameters, Value? instance) => new(parameters, Root._here, instance, Depth + 1, null);

    /// <summary>In a caller that is looked at from inside: nothing is known about its own parameters.</summary>
    public Frame Caller() => new(Root._parameters, Root._here, null, Depth + 1, null);

    /// <summary>Inside a lambda: its parameters are known beside those of the method around it.</summary>
    public Frame With(ISymbol parameter, Value value)
    {
        var elsewhere = new Frame(_parameters.SetItem(parameter, new LazyValue(value)), Root._here, This, Depth, null);
        return _here.IsEmpty ? elsewhere : new(elsewhere._parameters, _here, This, Depth, elsewhere);
    }

    /// <summary>At a point where the variable being followed has this value.</summary>
    public Frame Here(ISymbol variable, Value value) => new(_parameters, _here.SetItem(variable, value), This, Depth, _elsewhere);

    /// <summary>At another point of the same method.</summary>
    public Frame Elsewhere() => _elsewhere;

    public bool TryGetHere(ISymbol variable, out Value value) => _here.TryGetValue(variable, out value!);

    /// <summary>What a variable holds at a place of this method, when that has been found out before.</summary>
    public bool TryGetKnown(SyntaxNode use, ISymbol variable, out Value value)
    {
        lock (_elsewhere)
        {
            value = UnknownValue.Instance;
            return _variables?.TryGetValue((use, variable), out value!) == true;
        }
    }

    public void Know(SyntaxNode use, ISymbol variable, Value value)
    {
        lock (_elsewhere)
            (_variables ??= [])[(use, variable)] = value;
    }

    public bool TryGetParameter(ISymbol parameter, out Value value)
    {
        var found = _parameters.TryGetValue(parameter, out var bound);
        value = found ? bound!.Read() : UnknownValue.Instance;
        return found;
    }
}
