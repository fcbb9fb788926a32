using System.Runtime.CompilerServices;

namespace Skylint.Observability;

/// <summary>Remembers which exceptions have been logged, for as long as they live.</summary>
internal static class LoggedExceptions
{
    private static readonly ConditionalWeakTable<Exception, object> s_logged = new();
    private static readonly object s_mark = new();

    /// <summary>True for the first who asks about an exception.</summary>
    public static bool TryMark(Exception exception)
    {
#if NET
        return s_logged.TryAdd(exception, s_mark);
#else
        var mine = new object();
        return ReferenceEquals(s_logged.GetValue(exception, _ => mine), mine);
#endif
    }
}
