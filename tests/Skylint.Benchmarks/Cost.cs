using System.Diagnostics;
using Microsoft.CodeAnalysis.CSharp;

namespace Skylint.Benchmarks;

/// <summary>What a run takes.</summary>
/// <param name="Milliseconds">Time of the processor, so that a neighbour on the machine does not count.</param>
/// <param name="Bytes">Memory that is allocated on all threads.</param>
internal readonly record struct Cost(double Milliseconds, double Bytes)
{
    public static Cost Of(Action<CSharpCompilation> action, CSharpCompilation compilation)
    {
        var (time, bytes) = (Process.GetCurrentProcess().TotalProcessorTime, GC.GetTotalAllocatedBytes(true));
        action(compilation);
        return new Cost((Process.GetCurrentProcess().TotalProcessorTime - time).TotalMilliseconds, GC.GetTotalAllocatedBytes(true) - bytes);
    }

    public static Cost Median(List<Cost> costs) => new(Middle(costs.Select(c => c.Milliseconds)), Middle(costs.Select(c => c.Bytes)));

    public static Cost operator +(Cost left, Cost right) => new(left.Milliseconds + right.Milliseconds, left.Bytes + right.Bytes);

    public static Cost operator -(Cost left, Cost right) => new(left.Milliseconds - right.Milliseconds, left.Bytes - right.Bytes);

    public static Cost operator /(Cost left, Cost right) => new(left.Milliseconds / right.Milliseconds, left.Bytes / right.Bytes);

    private static double Middle(IEnumerable<double> values)
    {
        List<double> sorted = [.. values.Order()];
        return sorted[sorted.Count / 2];
    }
}
