using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Skylint.Cdk.Model;

/// <summary>
/// Under which circumstances an expression is read: what is bound to the parameters of the method it stands in, and to <c>this</c>.
/// </summary>
internal sealed class Frame
{
    /// <summary>Nothing is known about the caller: parameters are answered by all visible callers.</summary>
    public static readonly Frame Root = new(ImmutableDictionary.Create<ISymbol, LazyValue>(SymbolEqualityComparer.Default), ImmutableDictionary.Create<ISymbol, Value>(SymbolEqualityComparer.Default), null, 0);

    private readonly ImmutableDictionary<ISymbol, LazyValue> _parameters;
    private readonly ImmutableDictionary<ISymbol, Value> _here;

    private Frame(ImmutableDictionary<ISymbol, LazyValue> parameters, ImmutableDictionary<ISymbol, Value> here, Value? instance, int depth)
    {
        _parameters = parameters;
        _here = here;
        This = instance;
        Depth = depth;
    }

    /// <summary>The object that the code runs on, when it is known.</summary>
    public Value? This { get; }

    /// <summary>How many calls lie between the construct and this code.</summary>
    public int Depth { get; }

    public bool IsRoot => _parameters.IsEmpty && This is null;

    /// <summary>Inside a called method. Its arguments are read when the method uses them: reading one may lead through other files.</summary>
    public Frame Call(ImmutableDictionary<ISymbol, LazyValue> parameters, Value? instance) => new(parameters, _here.Clear(), instance, Depth + 1);

    /// <summary>In a caller that is looked at from inside: nothing is known about its own parameters.</summary>
    public Frame Caller() => new(Root._parameters, Root._here, null, Depth + 1);

    /// <summary>Inside a lambda: its parameters are known beside those of the method around it.</summary>
    public Frame With(ISymbol parameter, Value value) => new(_parameters.SetItem(parameter, new LazyValue(value)), _here, This, Depth);

    /// <summary>At a point where the variable being followed has this value.</summary>
    public Frame Here(ISymbol variable, Value value) => new(_parameters, _here.SetItem(variable, value), This, Depth);

    /// <summary>At another point of the same method.</summary>
    public Frame Elsewhere() => _here.IsEmpty ? this : new(_parameters, _here.Clear(), This, Depth);

    public bool TryGetHere(ISymbol variable, out Value value) => _here.TryGetValue(variable, out value!);

    public bool TryGetParameter(ISymbol parameter, out Value value)
    {
        var found = _parameters.TryGetValue(parameter, out var bound);
        value = found ? bound!.Read() : UnknownValue.Instance;
        return found;
    }
}
