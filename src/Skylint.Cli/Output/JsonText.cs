using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Skylint.Cli.Output;

/// <summary>JSON that reads well and is the same on every system.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private static readonly JsonSerializerOptions s_withNulls = new(s_options) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    /// <summary>Writes the value as an indented document; a null property only when <paramref name="nulls"/> is true.</summary>
    public static void Write<T>(TextWriter output, T value, bool nulls = false)
    {
        // Line ends inside of strings are escaped, so these are the document's own.
        output.Write(JsonSerializer.Serialize(value, nulls ? s_withNulls : s_options).ReplaceLineEndings("\n"));
        output.Write('\n');
    }
}
