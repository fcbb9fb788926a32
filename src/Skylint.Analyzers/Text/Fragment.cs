using Microsoft.CodeAnalysis;

namespace Skylint.Text;

/// <summary>How a fragment entered the code; decides what a message says about it.</summary>
internal enum OriginKind
{
    Constant,
    Value,
    Parameter,

    /// <summary>A parameter of a method that nobody calls, although everybody who could is in sight.</summary>
    Uncalled,
    Field,
    Property,
    Call,
    Local,
    File,
    Request,
    Input,
}

/// <summary>One piece of a text: its provenance and the expression that brought it in.</summary>
/// <param name="Provenance">Where the piece comes from.</param>
/// <param name="Text">The text itself when it is fixed and known; null otherwise.</param>
/// <param name="Origin">The expression or declaration that brought the piece in. Two fragments of one origin and one text are the same fragment.</param>
/// <param name="Kind">What the origin is.</param>
/// <param name="Name">The name by which a message may call the origin. Never its text.</param>
internal sealed record Fragment(Provenance Provenance, string? Text, SyntaxNode? Origin, OriginKind Kind, string Name)
{
    public bool IsBad => Provenance >= Provenance.Unknown;
}
