using Skylint.Cdk.Model;

namespace Skylint.Cdk.Rules;

/// <summary>What a property means that nobody sets. It can depend on the CDK version and on a feature flag.</summary>
internal abstract class Default
{
    public static readonly Default Violates = new Fixed(Outcome.Violated);

    public static readonly Default Satisfies = new Fixed(Outcome.Satisfied);

    public static readonly Default Unknown = new Fixed(Outcome.Unknown);

    public abstract Outcome In(CdkModel cdk);

    /// <summary>The flag decides; without a <c>cdk.json</c> the outcome is unknown where the two differ.</summary>
    public static Default Flag(string flag, Default on, Default off) => new ByFlag(flag, on, off);

    /// <summary>The version decides; in a compilation whose version is not known the outcome is unknown where the two differ.</summary>
    public static Default Since(int major, int minor, Default then, Default before) => new BySince(major, minor, then, before);

    public static implicit operator Default(Outcome outcome) => new Fixed(outcome);

    private sealed class Fixed(Outcome outcome) : Default
    {
        public override Outcome In(CdkModel cdk) => outcome;
    }

    private sealed class ByFlag(string flag, Default on, Default off) : Default
    {
        public override Outcome In(CdkModel cdk) => Choose(cdk.Flags.IsOn(flag), on, off, cdk);
    }

    private sealed class BySince(int major, int minor, Default then, Default before) : Default
    {
        public override Outcome In(CdkModel cdk) => Choose(cdk.IsAtLeast(major, minor), then, before, cdk);
    }

    private static Outcome Choose(bool? condition, Default yes, Default no, CdkModel cdk) => condition switch
    {
        true => yes.In(cdk),
        false => no.In(cdk),
        null => yes.In(cdk) is var outcome && outcome == no.In(cdk) ? outcome : Outcome.Unknown,
    };
}
