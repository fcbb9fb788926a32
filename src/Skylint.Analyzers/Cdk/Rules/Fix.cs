namespace Skylint.Cdk.Rules;

/// <summary>
/// A change to the code that satisfies a rule. Text of expressions names types in full; the fix shortens them and adds usings.
/// <c>{scope}</c> stands for the construct's scope argument, <c>{id}</c> for its id; for an object that is no construct, they stand for the
/// scope around it and a name made from its first argument.
/// </summary>
internal abstract record Fix
{
    /// <summary>What the light bulb says.</summary>
    public required string Title { get; init; }

    /// <summary>Sets a property: <c>EnforceSSL</c> to <c>true</c>; a path makes the objects on the way.</summary>
    public static Fix Set(string path, string expression, string? title = null) => new SetProperty(path, expression) { Title = title ?? $"Set {path} = {Short(expression)}" };

    /// <summary>Sets several properties that only make sense together.</summary>
    public static Fix SetAll(string title, params (string Path, string Expression)[] properties) =>
        new SetProperties([.. properties.Select(p => Set(p.Path, p.Expression))]) { Title = title };

    /// <summary>Puts another expression in the place of the creation or call; <c>{parameter}</c> stands for the argument of that parameter.</summary>
    public static Fix Replace(string expression, string title) => new ReplaceWhole(expression) { Title = title };

    /// <summary>Adds those elements to a list property that it does not have yet; makes the list where there is none.</summary>
    public static Fix Append(string path, string title, params string[] elements) => new AppendElements(path, elements) { Title = title };

    /// <summary>The single edits that the fix consists of, in their order.</summary>
    public virtual IReadOnlyList<Fix> Steps => [this];

    /// <summary>Removes a property from the initialiser.</summary>
    public static Fix Remove(string property, string title) => new RemoveProperty(property) { Title = title };

    /// <summary>Replaces one argument of the call.</summary>
    public static Fix ReplaceArgument(string parameter, string expression, string title) => new SetArgument(parameter, expression) { Title = title };

    /// <summary>A fix with a provider of its own, where no edit of a property does it.</summary>
    public static Fix ByCode(string title) => new CodedFix { Title = title };

    private static string Short(string expression)
    {
        var text = System.Text.RegularExpressions.Regex.Replace(expression, @"\b(?:[A-Z]\w*\.)+(?=[A-Z]\w*(\.[A-Z_0-9]+\b|\s*[\(\{]))", "");
        return text.Length > 60 ? text.Substring(0, 57) + "..." : text;
    }
}

/// <summary>Sets the property at a path to an expression.</summary>
internal sealed record SetProperty(string Path, string Expression) : Fix;

/// <summary>Sets one property after the other.</summary>
internal sealed record SetProperties(IReadOnlyList<Fix> Parts) : Fix
{
    public override IReadOnlyList<Fix> Steps => Parts;
}

/// <summary>Replaces the creation or call as a whole.</summary>
internal sealed record ReplaceWhole(string Expression) : Fix;

/// <summary>Adds elements to the list at a path.</summary>
internal sealed record AppendElements(string Path, IReadOnlyList<string> Elements) : Fix
{
    /// <summary>The list of them, for a property that is not set.</summary>
    public string Expression => $"new[] {{ {string.Join(", ", Elements)} }}";
}

/// <summary>Removes a property from the initialiser.</summary>
internal sealed record RemoveProperty(string Property) : Fix;

/// <summary>Replaces one argument of a call.</summary>
internal sealed record SetArgument(string Parameter, string Expression) : Fix;

/// <summary>Done by a code-fix provider that names the rule.</summary>
internal sealed record CodedFix : Fix;
