namespace Skylint.Text;

/// <summary>Goes through a value as it would be read: what a fragment follows is what stands before it on its own way, not what stands on another one.</summary>
internal static class TextReading
{
    /// <param name="value">The text.</param>
    /// <param name="state">What a reader knows after what it has read.</param>
    /// <param name="copy">Copies that, where several ways begin.</param>
    /// <param name="read">Reads one fragment, given the known text behind it and whether there are words of the program's own around it.</param>
    public static void Read<T>(TextValue value, T state, Func<T, T> copy, Action<T, Fragment, string?, bool> read) =>
        Read(value, null, false, state, copy, read);

    private static T Read<T>(TextValue value, string? following, bool hasWords, T state, Func<T, T> copy, Action<T, Fragment, string?, bool> read)
    {
        if (value.Parts.Count == 0)
        {
            // Words of a fragment beside the one that is read; for known text it does not matter.
            hasWords |= value.HasWords;
            for (var i = 0; i < value.Fragments.Count; i++)
                read(state, value.Fragments[i], i + 1 < value.Fragments.Count ? value.Fragments[i + 1].Text : following, hasWords);
            return state;
        }

        if (value.Shape == TextShape.Choice)
        {
            // What comes behind is read after the longest of them, which says the most.
            var longest = value.Parts[0];
            var end = state;
            foreach (var part in value.Parts)
            {
                var after = Read(part, following, hasWords, copy(state), copy, read);
                if (part == value.Parts[0] || part.Fragments.Count > longest.Fragments.Count)
                    (longest, end) = (part, after);
            }

            return end;
        }

        for (var i = 0; i < value.Parts.Count; i++)
        {
            var isBesideWords = hasWords;
            for (var other = 0; other < value.Parts.Count && !isBesideWords; other++)
                isBesideWords = other != i && value.Parts[other].HasWords;
            state = Read(value.Parts[i], i + 1 < value.Parts.Count ? FirstText(value.Parts[i + 1]) : following, isBesideWords, state, copy, read);
        }

        return state;
    }

    private static string? FirstText(TextValue value) =>
        value.Parts.Count > 0 ? FirstText(value.Parts[0]) : value.Fragments.Count > 0 ? value.Fragments[0].Text : null;
}
