using Skylint.Catalog;

namespace Skylint.Sdk.Rules;

/// <summary>A coded rule about the use of the AWS SDK. One instance serves every compilation: what belongs to one stays in the closures that <see cref="Start"/> makes.</summary>
internal abstract class SdkRule
{
    public abstract Rule Rule { get; }

    /// <summary>True for advice about code that runs in production and is beside the point in tests.</summary>
    public virtual bool IsQuietInTests => false;

    /// <summary>Says what the rule wants to see of a compilation; nothing when the rule does not apply to it.</summary>
    public abstract void Start(SdkRun run);
}
