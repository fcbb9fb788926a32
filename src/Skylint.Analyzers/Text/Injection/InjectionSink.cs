using Microsoft.CodeAnalysis;

namespace Skylint.Text.Injection;

/// <summary>What becomes of a text.</summary>
internal enum InjectionKind
{
    /// <summary>The arguments of a program, as one text.</summary>
    Arguments,

    /// <summary>The program that is started.</summary>
    Program,

    /// <summary>A policy in JSON.</summary>
    Policy,
}

/// <summary>One place where text becomes a command line or a policy.</summary>
/// <param name="Kind">What becomes of it.</param>
/// <param name="Text">The expression that gives the text.</param>
internal readonly record struct InjectionSink(InjectionKind Kind, IOperation Text);
