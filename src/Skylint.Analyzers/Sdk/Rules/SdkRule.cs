using Skylint.Catalog;

namespace Skylint.Sdk.Rules;

/// <summary>A coded rule about the use of the AWS SDK. One instance serves every compilation, and keeps nothing of one.</summary>
internal abstract class SdkRule
{
    public abstract Rule Rule { get; }

    /// <summary>True for advice about code that runs in production and is beside the point in tests.</summary>
    public virtual bool IsQuietInTests => false;

    /// <summary>Says what the rule wants to see. Asked once for the process.</summary>
    public abstract void Subscribe(SdkSubscriptions to);

    /// <summary>False when the rule has nothing to say about a compilation, such as one with another version of the SDK.</summary>
    public virtual bool AppliesTo(SdkRun run) => !(IsQuietInTests && run.Surroundings.IsTestProject);
}
