using System.Collections;

namespace Skylint.Observability;

/// <summary>The state of the one log record of a call: its tags, then what the call itself adds, then the template.</summary>
/// <typeparam name="TTags">The type that holds the arguments.</typeparam>
internal readonly struct CallRecord<TTags>(Operation operation, TTags tags, CallOutcome outcome, double seconds, string? errorType) : IReadOnlyList<KeyValuePair<string, object?>>
    where TTags : struct, ITagSet
{
    internal static readonly Func<CallRecord<TTags>, Exception?, string> Formatter = static (state, _) => state.ToString();

    public int Count => tags.Count + (errorType is null ? 3 : 4);

    public KeyValuePair<string, object?> this[int index]
    {
        get
        {
            if (index < tags.Count)
                return tags[index];
            return (index - tags.Count) switch
            {
                0 => new(operation.NameTag, operation.NameValue),
                1 => new("duration_s", Math.Round(seconds, 6)),
                2 when errorType is not null => new(ErrorType.TagName, errorType),
                _ when index == Count - 1 => new("{OriginalFormat}", outcome == CallOutcome.Succeeded && operation.Template is { } template ? template : Message),
                _ => throw new ArgumentOutOfRangeException(nameof(index)),
            };
        }
    }

    private string Message => outcome switch
    {
        CallOutcome.Succeeded => operation.SuccessMessage,
        CallOutcome.Failed => operation.FailureMessage,
        _ => operation.CancelledMessage,
    };

    public override string ToString() => (outcome == CallOutcome.Succeeded ? tags.FormatMessage() : null) ?? Message;

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
