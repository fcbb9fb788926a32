using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Skylint.Observability;

/// <summary>Remembers when exceptions were logged, for as long as they live.</summary>
internal static class LoggedExceptions
{
    private static readonly ConditionalWeakTable<Exception, Mark> s_logged = new();

    /// <summary>
    /// True when the exception is still to be logged. A call that was under way when it was logged is an outer one, through which it passes on its way
    /// up. A call that started later met the same object anew, as with a cached task that has failed, and that is another failure.
    /// </summary>
    /// <param name="exception">The exception.</param>
    /// <param name="callStart">The timestamp at which the failing call started.</param>
    public static bool TryMark(Exception exception, long callStart)
    {
        var mark = s_logged.GetValue(exception, static _ => new Mark());
        lock (mark)
        {
            if (mark.Logged && callStart <= mark.Timestamp)
                return false;
            mark.Logged = true;
            mark.Timestamp = Stopwatch.GetTimestamp();
            return true;
        }
    }

    private sealed class Mark
    {
        public bool Logged { get; set; }

        public long Timestamp { get; set; }
    }
}
