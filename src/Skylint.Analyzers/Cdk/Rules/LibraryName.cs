namespace Skylint.Cdk.Rules;

/// <summary>What a <see cref="LibraryName"/> names.</summary>
internal enum LibraryNameKind
{
    /// <summary>A path of properties below the props of a construct, or below the arguments of a call.</summary>
    Property,

    /// <summary>A class, by metadata name.</summary>
    Type,

    /// <summary>A method of the construct.</summary>
    Method,

    /// <summary>A method of another class, by the metadata name of the class and the method's name.</summary>
    Call,
}

/// <summary>
/// A name of the CDK that a rule relies on. A mistyped one would never match and never fail, so a test looks up each in the
/// real library.
/// </summary>
/// <param name="Kind">What is named.</param>
/// <param name="Text">The name. In a path <c>[]</c> stands for an element of a list or dictionary, <c>AddRule()</c> for the arguments of a method.</param>
internal readonly record struct LibraryName(LibraryNameKind Kind, string Text)
{
    /// <summary>The class whose property is meant, by metadata name; null for the construct that the rule judges.</summary>
    public string? Owner { get; init; }

    /// <summary>The same name seen from further out; only paths are relative.</summary>
    public LibraryName Below(string path) =>
        Kind != LibraryNameKind.Property || Owner is not null || path.Length == 0 ? this : this with { Text = Text.Length == 0 ? path : $"{path}.{Text}" };
}
