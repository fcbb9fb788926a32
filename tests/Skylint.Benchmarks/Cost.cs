using System.Runtime;
using Microsoft.CodeAnalysis.CSharp;

namespace Skylint.Benchmarks;

/// <summary>What a run takes.</summary>
/// <param name="Milliseconds">Time of the processor, so that a neighbour on the machine does not count.</param>
/// <param name="Bytes">Memory that is allocated on all threads.</param>
internal readonly record struct Cost(double Milliseconds, double Bytes)
{
    // More than any run here allocates; a run that needs more is collected in between, and no worse than without.
    private const long Room = 240_000_000;

    /// <summary>
    /// Measures without collections: which of several runs meets one is chance, and makes a difference as large as the budgets. What a run leaves to be
    /// collected is in its bytes.
    /// </summary>
    public static Cost Of(Action<CSharpCompilation> action, CSharpCompilation compilation)
    {
        var isFree = GC.TryStartNoGCRegion(Room);
        try
        {
            var (time, bytes) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true));
            action(compilation);
            return new Cost((Environment.CpuUsage.TotalTime - time).TotalMilliseconds, GC.GetTotalAllocatedBytes(precise: true) - bytes);
        }
        finally
        {
            if (isFree && GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
                GC.EndNoGCRegion();
        }
    }

    /// <summary>The least of several runs of the same, for time and memory each: what disturbs a run only adds to it.</summary>
    public static Cost Least(IReadOnlyCollection<Cost> costs) => new(costs.Min(c => c.Milliseconds), costs.Min(c => c.Bytes));

    public static Cost operator +(Cost left, Cost right) => new(left.Milliseconds + right.Milliseconds, left.Bytes + right.Bytes);

    public static Cost operator -(Cost left, Cost right) => new(left.Milliseconds - right.Milliseconds, left.Bytes - right.Bytes);

    public static Cost operator /(Cost left, Cost right) => new(left.Milliseconds / right.Milliseconds, left.Bytes / right.Bytes);
}
