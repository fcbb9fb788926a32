namespace Skylint.Catalog;

/// <summary>Names of the properties that diagnostics carry for reports and fixes.</summary>
internal static class DiagnosticProperties
{
    /// <summary>The rule's catalogue key.</summary>
    public const string Key = "key";

    /// <summary>The id of the construct, when it is a constant.</summary>
    public const string ConstructId = "constructId";

    /// <summary>Which of a construct rule's targets was judged: an index into its list.</summary>
    public const string Target = "target";

    /// <summary>What the message says beside the construct, for a fix to act on.</summary>
    public const string Detail = "detail";
}
