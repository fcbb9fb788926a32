namespace Skylint.Cdk.Rules;

/// <summary>A class, or a method of a class, that a rule judges, with what it demands there and how to bring it about.</summary>
/// <param name="Types">Metadata names; several where CDK versions or the L1 and L2 share the shape. Names that the referenced version lacks are skipped.</param>
/// <param name="Requirement">What is demanded.</param>
/// <param name="Fixes">Ways to satisfy it, the best first; those whose property the referenced version lacks or has made obsolete are not offered.</param>
internal sealed record Target(IReadOnlyList<string> Types, Requirement Requirement, IReadOnlyList<Fix> Fixes)
{
    /// <summary>The method that is judged; null for the creation.</summary>
    public string? Method { get; init; }

    /// <summary>The switch of the rule that asks for this target; null for one that is always judged.</summary>
    public string? Option { get; init; }

    /// <summary>Whether the class is what the method returns, whoever declares it.</summary>
    public bool IsResult { get; init; }

    /// <summary>Creations of a class.</summary>
    public static Target Of(string type, Requirement requirement, params Fix[] fixes) => new([type], requirement, fixes);

    /// <summary>Creations of classes that share the properties concerned.</summary>
    public static Target Of(string[] types, Requirement requirement, params Fix[] fixes) => new(types, requirement, fixes);

    /// <summary>Calls of a method; the requirement sees the arguments by parameter name.</summary>
    public static Target Call(string type, string method, Requirement requirement, params Fix[] fixes) => new([type], requirement, fixes) { Method = method };

    /// <summary>Calls of a method of any class that returns this one: a convention instead of a list of classes.</summary>
    public static Target Returning(string type, string method, Requirement requirement) => new([type], requirement, []) { Method = method, IsResult = true };
}
