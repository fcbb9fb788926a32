using Skylint.Cdk.Model;

namespace Skylint.Cdk.Rules;

/// <summary>What a requirement says of a construct. Only <see cref="Violated"/> is ever reported.</summary>
internal enum Outcome
{
    Unknown,
    Satisfied,
    Violated,
}

/// <summary>An outcome with the value that decided it, so that the report can point at it.</summary>
/// <param name="Outcome">What was found.</param>
/// <param name="Culprit">The value that violates; null when it is something missing.</param>
internal readonly record struct Verdict(Outcome Outcome, Value? Culprit = null)
{
    /// <summary>What else the message says, its <c>{1}</c>.</summary>
    public string? Detail { get; init; }

    /// <summary>The construct that the finding belongs to, where that is not the one that is judged: the role of a grant.</summary>
    public Construct? Owner { get; init; }

    public static readonly Verdict Unknown = new(Outcome.Unknown);

    public static readonly Verdict Satisfied = new(Outcome.Satisfied);

    public static readonly Verdict Violated = new(Outcome.Violated);

    public static implicit operator Verdict(Outcome outcome) => new(outcome);

    /// <summary>Every branch must agree: a value that is wrong only sometimes is not reported.</summary>
    public static Verdict Join(IReadOnlyList<Verdict> verdicts)
    {
        if (verdicts.Count == 0)
            return Unknown;
        var first = verdicts[0];
        return verdicts.All(v => v.Outcome == first.Outcome) ? first : Unknown;
    }
}
