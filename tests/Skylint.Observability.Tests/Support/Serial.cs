using Xunit;

namespace Skylint.Observability.Tests.Support;

/// <summary>Tests that listen to the whole process run one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Serial
{
    public const string Name = "Serial";
}
