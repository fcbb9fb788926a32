using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Configuration;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A presigned URL that opens an object for longer than anyone needs.</summary>
internal sealed class PresignedUrlLifetime : SettingRule
{
    private const string Limit = "max_hours";

    public override Rule Rule { get; } = new()
    {
        Id = "SKY2026",
        Key = "presigned-url-lifetime",
        Title = "Presigned URL is valid for too long",
        Message = "The URL is valid for {0}; an hour is enough for most, and more than seven days is refused or signed the old way",
        Why = "Whoever gets hold of the URL has the object, from a log, a proxy or a forwarded mail, and it cannot be taken back. Beyond seven days the current signature is impossible: the SDK throws, or falls back to an outdated one without a word.",
        Category = Category.Security,
        Level = Level.Info,
        FixSummary = "Makes the URL valid for an hour.",
        Options = [new(Limit, "12", "The longest lifetime in hours that is not reported.")],
        References = new() { Cwe = ["CWE-613"] },
    };

    public override bool IsQuietInTests => true;

    protected override IReadOnlyList<string> Properties => ["Expires"];

    protected override SettingFinding? Judge(SdkRun run, OperationAnalysisContext context, PropertySet set)
    {
        if (set.Owner?.Name is not ("GetPreSignedUrlRequest" or "CreatePresignedPostRequest") || HoursOf(set.Value) is not { } hours)
            return null;
        if (hours <= run.Options.GetInt(context.Operation.Syntax.SyntaxTree, Rule, Limit))
            return null;
        var text = hours >= 48 ? $"{Math.Round(hours / 24, 1).ToString(CultureInfo.InvariantCulture)} days" : $"{Math.Round(hours, 1).ToString(CultureInfo.InvariantCulture)} hours";
        return new SettingFinding("System.DateTime.UtcNow.AddHours(1)", text);
    }

    /// <summary>The hours between now and a date that is written as an offset from now; null when it is not, or not by a constant.</summary>
    private static double? HoursOf(IOperation value)
    {
        switch (value.Unwrapped())
        {
            case IInvocationOperation { Instance: { } before, TargetMethod: { Name: var name, ContainingType.Name: "DateTime" or "DateTimeOffset" }, Arguments.Length: 1 } call:
                if (HoursOf(before) is not { } start)
                    return null;
                return name == "Add" ? start + Span(call.Arguments[0].Value) : Number(call.Arguments[0].Value) is { } number && Unit(name) is { } unit ? start + number * unit : null;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return HoursOf(sum.LeftOperand) + Span(sum.RightOperand);
            case IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Now" or "UtcNow" } }:
                return 0;
            default:
                return null;
        }
    }

    private static double? Span(IOperation value) =>
        value.Unwrapped() is IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType.Name: "TimeSpan", Name: var name }, Arguments.Length: >= 1 } call && name.StartsWith("From", StringComparison.Ordinal)
            && Number(call.Arguments[0].Value) is { } number && Unit("Add" + name.Substring(4)) is { } unit ? number * unit : null;

    private static double? Unit(string add) => add switch
    {
        "AddMinutes" => 1.0 / 60,
        "AddHours" => 1,
        "AddDays" => 24,
        "AddMonths" => 24 * 30,
        "AddYears" => 24 * 365,
        "AddSeconds" => 1.0 / 3600,
        _ => null,
    };

    private static double? Number(IOperation value) => value.Unwrapped().ConstantValue is { HasValue: true, Value: IConvertible number and not string } ? number.ToDouble(CultureInfo.InvariantCulture) : null;
}
