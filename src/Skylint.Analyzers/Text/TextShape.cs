namespace Skylint.Text;

/// <summary>How the parts of a value stand to each other.</summary>
internal enum TextShape
{
    /// <summary>One after the other.</summary>
    Sequence,

    /// <summary>One of them: values that meet from branches, definitions, returns or callers.</summary>
    Choice,

    /// <summary>Somewhere inside the text that stands before it, as the values of a template that is not known.</summary>
    Inserted,
}
