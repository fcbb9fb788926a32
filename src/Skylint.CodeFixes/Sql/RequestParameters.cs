using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.Text.Sql;

namespace Skylint.CodeFixes.Sql;

/// <summary>Writes the values that go with a statement into an AWS request, in the way of its service.</summary>
internal sealed class RequestParameters
{
    private readonly SemanticModel _model;
    private readonly int _position;
    private readonly string _space;
    private readonly SinkFamily _family;

    private RequestParameters(SemanticModel model, int position, ITypeSymbol request, SinkFamily family, string property)
    {
        _model = model;
        _position = position;
        _space = request.ContainingNamespace.ToDisplayString();
        _family = family;
        Property = property;
    }

    /// <summary>The request's property that takes the values.</summary>
    public string Property { get; }

    public ParameterStyle Style => (_family is SinkFamily.RdsData or SinkFamily.RedshiftData ? ParameterStyle.Colon : ParameterStyle.QuestionMark) with { Lists = HasSpread ? ListStyle.Markers : ListStyle.None };

    private bool HasSpread => ((CSharpParseOptions)_model.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp12;

    /// <summary>Null when the request has no place for values of its own: batches bind a value for each row elsewhere.</summary>
    public static RequestParameters? TryCreate(SemanticModel model, int position, ITypeSymbol request, SinkFamily family)
    {
        var property = family == SinkFamily.Athena ? "ExecutionParameters" : "Parameters";
        return family is SinkFamily.RdsData or SinkFamily.RedshiftData or SinkFamily.Athena or SinkFamily.PartiQl && request.GetMembers(property).OfType<IPropertySymbol>().Any()
            ? new RequestParameters(model, position, request, family, property)
            : null;
    }

    /// <summary>The whole list, as an expression.</summary>
    public string List(IEnumerable<BoundValue> values)
    {
        var elements = values.Select(Element);
        return HasSpread
            ? "[" + string.Join(", ", elements) + "]"
            : $"new {Minimal("System.Collections.Generic.List`1").Replace("<T>", "")}<{ElementType}> {{ {string.Join(", ", elements)} }}";
    }

    /// <summary>One element of the list.</summary>
    public string Element(BoundValue value)
    {
        if (value.Count is null)
            return Element(value, $"\"{value.Name}\"");
        var element = value with { Expression = "value", Count = null, MayBeNull = false };
        return Style.IsPositional
            ? $".. {value.Expression}.Select(value => {Element(element, "")})"
            : $".. {value.Expression}.Select((value, {value.Index}) => {Element(element, $"\"{value.Name}\" + {value.Index}")})";
    }

    private string Element(BoundValue value, string name) => _family switch
    {
        SinkFamily.RdsData => $"new {Service("SqlParameter")} {{ Name = {name}, Value = new {Service("Field")} {{ {Field(value)} }}{Hint(value)} }}",
        SinkFamily.RedshiftData => $"new {Service("SqlParameter")} {{ Name = {name}, Value = {AsText(value)} }}",
        SinkFamily.PartiQl => $"new {Service("AttributeValue")} {{ {Attribute(value)} }}",
        _ => IsText(value) ? $"\"'\" + {Primary(value)}.Replace(\"'\", \"''\") + \"'\"" : AsText(value),
    };

    private string ElementType => _family switch
    {
        SinkFamily.PartiQl => Service("AttributeValue"),
        SinkFamily.Athena => "string",
        _ => Service("SqlParameter"),
    };

    private string Field(BoundValue value)
    {
        var nothing = value.MayBeNull ? $", IsNull = {Primary(value)} is null" : "";
        return value.Type?.SpecialType switch
        {
            SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Byte => $"LongValue = {value.Expression}{nothing}",
            SpecialType.System_Double or SpecialType.System_Single => $"DoubleValue = {value.Expression}{nothing}",
            SpecialType.System_Boolean => $"BooleanValue = {value.Expression}{nothing}",
            _ => $"StringValue = {AsText(value)}{nothing}",
        };
    }

    private string Hint(BoundValue value) => value.Type is { SpecialType: SpecialType.System_Decimal } ? ", TypeHint = " + Service("TypeHint") + ".DECIMAL"
        : value.Type?.Name == "Guid" ? ", TypeHint = " + Service("TypeHint") + ".UUID"
        : "";

    private string Attribute(BoundValue value)
    {
        if (value.MayBeNull && IsText(value))
            return $"S = {Primary(value)}, NULL = {Primary(value)} is null";
        return value.Type?.SpecialType switch
        {
            >= SpecialType.System_SByte and <= SpecialType.System_Double => $"N = {AsText(value)}",
            SpecialType.System_Boolean => $"BOOL = {value.Expression}",
            _ => $"S = {AsText(value)}",
        };
    }

    private string AsText(BoundValue value)
    {
        if (IsText(value))
            return value.Expression;
        var culture = Minimal("System.Globalization.CultureInfo");
        return value.Type is { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double } ? $"{Primary(value)}.ToString({culture}.InvariantCulture)" : $"{Primary(value)}.ToString()";
    }

    private static bool IsText(BoundValue value) => value.Type?.SpecialType == SpecialType.System_String;

    private static string Primary(BoundValue value)
    {
        var parsed = SyntaxFactory.ParseExpression(value.Expression);
        return parsed is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or InterpolatedStringExpressionSyntax or LiteralExpressionSyntax
            ? value.Expression
            : "(" + value.Expression + ")";
    }

    private string Service(string name) => Minimal(_space + "." + name);

    private string Minimal(string metadataName) =>
        _model.Compilation.GetTypeByMetadataName(metadataName) is { } type ? type.ToMinimalDisplayString(_model, _position) : metadataName;
}
