namespace Skylint.Observability;

/// <summary>The value of <c>error.type</c>: the same on the span, the metric and the log record of a failure.</summary>
public static class ErrorType
{
    /// <summary><c>error.type</c>.</summary>
    public const string TagName = "error.type";

    /// <summary>The full name of the exception's type: few distinct values, and none of the message's contents.</summary>
    /// <param name="exception">The exception; of an aggregate with one inner exception, that one counts.</param>
    public static string Of(Exception exception)
    {
        if (exception is AggregateException { InnerExceptions.Count: 1 } aggregate)
            exception = aggregate.InnerExceptions[0];
        var type = exception.GetType();
        return type.FullName ?? type.Name;
    }
}
