using Microsoft.CodeAnalysis.CSharp;

namespace Skylint.Benchmarks;

/// <summary>What a run takes.</summary>
/// <param name="Milliseconds">Time of the processor, so that a neighbour on the machine does not count.</param>
/// <param name="Bytes">Memory that is allocated on all threads.</param>
internal readonly record struct Cost(double Milliseconds, double Bytes)
{
    public static Cost Of(Action<CSharpCompilation> action, CSharpCompilation compilation)
    {
        var (time, bytes) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true));
        action(compilation);
        return new Cost((Environment.CpuUsage.TotalTime - time).TotalMilliseconds, GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }

    /// <summary>Time and memory each by themselves.</summary>
    public static Cost Median(IEnumerable<Cost> costs)
    {
        List<Cost> all = [.. costs];
        return new(Middle(all.Select(c => c.Milliseconds)), Middle(all.Select(c => c.Bytes)));
    }

    public static Cost operator +(Cost left, Cost right) => new(left.Milliseconds + right.Milliseconds, left.Bytes + right.Bytes);

    public static Cost operator -(Cost left, Cost right) => new(left.Milliseconds - right.Milliseconds, left.Bytes - right.Bytes);

    public static Cost operator /(Cost left, Cost right) => new(left.Milliseconds / right.Milliseconds, left.Bytes / right.Bytes);

    private static double Middle(IEnumerable<double> values)
    {
        List<double> sorted = [.. values.Order()];
        return sorted[sorted.Count / 2];
    }
}
