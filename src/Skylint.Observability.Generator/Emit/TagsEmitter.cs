namespace Skylint.Observability.Generator;

/// <summary>Writes the structure that holds the recorded arguments of a call until somebody reads them.</summary>
internal static class TagsEmitter
{
    private const string Pair = "global::System.Collections.Generic.KeyValuePair<string, object>";

    public static bool IsNeeded(CallModel call) => call.Fields.Count > 0 || call.TemplateParts.Count > 0;

    public static string Name(CallModel call) => call.Identifier + "Tags";

    public static void Emit(CodeWriter writer, CallModel call, string access)
    {
        if (!IsNeeded(call))
            return;
        var name = Name(call);
        writer.Line();
        if (call.Attributes.Length > 0)
            writer.Line(call.Attributes);
        writer.Open($"{access} readonly struct {name} : {Names.Library}ITagSet");
        foreach (var field in call.Fields.Where(field => field.MaxValues > 0 && field.OnMetric))
            writer.Line($"private static readonly {Names.Library}CardinalityGuard {Guard(field)} = new {Names.Library}CardinalityGuard({field.MaxValues});");
        foreach (var field in call.Fields)
            writer.Line($"private readonly {field.Type} {Storage(field)};");
        writer.Line();
        if (call.Fields.Count > 0)
        {
            writer.Open($"public {name}({string.Join(", ", call.Fields.Select(field => $"{field.Type} {TypeText.Identifier(field.Parameter)}"))})");
            foreach (var field in call.Fields)
                writer.Line($"this.{Storage(field)} = {TypeText.Identifier(field.Parameter)};");
            writer.Close().Line();
        }

        writer.Line($"public int Count => {call.Fields.Count};").Line();
        writer.Line($"public int SpanCount => {call.Fields.Count(field => field.OnSpan)};").Line();
        Indexer(writer, call);
        MetricTags(writer, call);
        Message(writer, call);
        foreach (var field in call.Fields.Where(field => field.Kind == TagKind.Enum))
            EnumNames(writer, field);
        writer.Close();
    }

    private static void Indexer(CodeWriter writer, CallModel call)
    {
        writer.Open($"public {Pair} this[int index]").Open("get").Open("switch (index)");
        for (var i = 0; i < call.Fields.Count; i++)
            writer.Line($"case {i}: return new {Pair}({TypeText.Literal(call.Fields[i].Key)}, {Value(call.Fields[i])});");
        writer.Line("default: throw new global::System.ArgumentOutOfRangeException(\"index\");");
        writer.Close().Close().Close().Line();
    }

    private static void MetricTags(CodeWriter writer, CallModel call)
    {
        writer.Open("public void AddMetricTags(ref global::System.Diagnostics.TagList tags)");
        foreach (var field in call.Fields.Where(field => field.OnMetric))
            writer.Line($"tags.Add({TypeText.Literal(field.Key)}, {MetricValue(field)});");
        writer.Close().Line();
    }

    private static void Message(CodeWriter writer, CallModel call)
    {
        if (call.TemplateParts.Count == 0)
        {
            writer.Line("public string FormatMessage() => null;");
            return;
        }

        var parts = call.TemplateParts.Select(part =>
        {
            if (!part.IsHole)
                return TypeText.Literal(part.Text);
            var field = call.Fields.First(f => f.Parameter == part.Text);
            var value = field.Kind == TagKind.Enum && part.Format is null ? $"(string){Value(field)}" : "this." + Storage(field);
            if (part.Format is null && part.Alignment == 0)
                return field.IsString ? $"({value} ?? \"(null)\")" : $"{Names.Library}TagValue.Text({value})";
            return $"{Names.Library}TagValue.Text({value}, {TypeText.Literal(part.Format)}, {part.Alignment})";
        });
        writer.Line($"public string FormatMessage() => {string.Join(" + ", parts)};");
    }

    private static void EnumNames(CodeWriter writer, FieldModel field)
    {
        writer.Line();
        writer.Open($"private static string Name_{Names.Identifier(field.Parameter)}({field.EnumType} value, bool known)").Open("switch (value)");
        foreach (var member in field.EnumMembers)
            writer.Line($"case {member.Constant}: return {TypeText.Literal(member.Name)};");
        writer.Line($"default: return known ? {Names.Library}CardinalityGuard.Other : value.ToString();");
        writer.Close().Close();
    }

    private static string Value(FieldModel field)
    {
        var value = "this." + Storage(field);
        var some = field.IsNullableValue ? value + ".Value" : value;
        var tag = field.Type == "object" && field.Kind != TagKind.Enum && field.Kind != TagKind.Boolean ? Text(value, field) : field.Kind switch
        {
            TagKind.Boolean => $"{Names.Library}TagValue.Of({some})",
            TagKind.Enum => $"Name_{Names.Identifier(field.Parameter)}({some}, false)",
            TagKind.Text => Text(some, field),
            _ => some,
        };
        return field.IsNullableValue ? $"{value}.HasValue ? (object){tag} : null" : tag;
    }

    private static string Text(string value, FieldModel field) =>
        field.IsNullableValue ? $"{Names.Library}TagValue.Text({value})" : $"(object){value} == null ? null : {Names.Library}TagValue.Text({value})";

    private static string MetricValue(FieldModel field)
    {
        var value = "this." + Storage(field);
        var some = field.IsNullableValue ? value + ".Value" : value;
        var other = Names.Library + "CardinalityGuard.Other";
        var tag = field.Kind switch
        {
            TagKind.Boolean => $"{Names.Library}TagValue.Of({some})",
            TagKind.Enum => $"Name_{Names.Identifier(field.Parameter)}({some}, true)",
            _ when field.Values.Count > 0 => $"{string.Join(" || ", field.Values.Select(v => $"{value} == {TypeText.Literal(v)}"))} ? {value} : {other}",
            _ => $"{Guard(field)}.Bound({value})",
        };
        return field.IsNullableValue ? $"{value}.HasValue ? (object){tag} : {other}" : tag;
    }

    private static string Storage(FieldModel field) => "_" + field.Parameter;

    private static string Guard(FieldModel field) => "s_" + field.Parameter;
}
