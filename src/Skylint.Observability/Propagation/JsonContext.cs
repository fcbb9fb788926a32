using System.ComponentModel;
using System.Diagnostics;

namespace Skylint.Observability;

/// <summary>
/// Carries a trace context as the top-level properties <c>traceparent</c> and <c>tracestate</c> of a JSON object, for services whose messages have no
/// metadata of their own. Everything else in the text stays as it is, to the character.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonContext
{
    /// <summary>Sets the context, in place of one that is there already; with an empty context it only takes that one away.</summary>
    /// <param name="json">The text.</param>
    /// <param name="context">The context.</param>
    /// <returns>The new text, or null when the text is not a JSON object and so cannot carry a context.</returns>
    public static string? Inject(string? json, OutgoingContext context)
    {
        if (json is null || !JsonObjectText.IsObject(json))
            return null;
        json = JsonObjectText.Remove(json, TraceParent.Name);
        json = JsonObjectText.Remove(json, TraceParent.StateName);
        if (context.TraceParent is null)
            return json;
        if (context.TraceState is not null)
            json = JsonObjectText.Add(json, TraceParent.StateName, JsonObjectText.Quote(context.TraceState));
        return JsonObjectText.Add(json, TraceParent.Name, JsonObjectText.Quote(context.TraceParent));
    }

    /// <summary>Sets the context in the object that a property holds, and makes the property when it is not there.</summary>
    /// <param name="json">The text; null or blank counts as an empty object.</param>
    /// <param name="property">The name of the property.</param>
    /// <param name="context">The context.</param>
    /// <returns>The new text, or null when the text, or what the property holds, is not a JSON object.</returns>
    public static string? InjectInto(string? json, string property, OutgoingContext context)
    {
        if (string.IsNullOrWhiteSpace(json))
            json = "{}";
        if (!JsonObjectText.IsObject(json!))
            return null;
        if (!JsonObjectText.TryFind(json!, property, out var start, out var length))
            return context.TraceParent is null ? json : JsonObjectText.Add(json!, property, Inject("{}", context)!);
        var inner = Inject(json!.Substring(start, length), context);
        return inner is null ? null : string.Concat(json.Substring(0, start), inner, json.Substring(start + length));
    }

    /// <summary>Reads the context from the top level of a JSON object.</summary>
    /// <param name="json">The text.</param>
    /// <param name="context">The remote context.</param>
    /// <returns>False when there is none.</returns>
    public static bool TryExtract(string? json, out ActivityContext context)
    {
        context = default;
        return json is not null
            && JsonObjectText.TryGetString(json, TraceParent.Name, out var parent)
            && TraceParent.TryParse(parent, JsonObjectText.TryGetString(json, TraceParent.StateName, out var state) ? state : null, out context);
    }
}
