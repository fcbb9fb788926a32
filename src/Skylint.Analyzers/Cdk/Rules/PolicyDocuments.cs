using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>What rules about L1 resource policies share: documents given as dictionaries in the spelling of IAM.</summary>
internal static class PolicyDocuments
{
    private static readonly Requirement s_statements = AnyOf(
        Prop("Statement").Some(IsDenial, Default.Unknown),
        // One statement may stand without the list.
        Prop("Statement").Has(That((statement, construct) => statement is MapValue ? IsDenial.Check(statement, construct) : Outcome.Violated)));

    /// <summary>The document denies requests without TLS; a document that is made in another way than as a dictionary is not judged.</summary>
    public static Requirement DeniesPlainHttp { get; } = That((document, construct) => document switch
    {
        MapValue => s_statements.Check(document, construct),
        _ => Outcome.Unknown,
    });

    private static Requirement IsDenial => AllOf(Prop("Effect").Is("Deny"), Prop("Condition.Bool").Has(That(IsPlainHttp)));

    private static Verdict IsPlainHttp(Value conditions, Construct construct) => conditions switch
    {
        MapValue map when map.Entries.TryGetValue("aws:SecureTransport", out var value) => PropertyPath.Bool(value) is { } isSecure ? isSecure ? Outcome.Violated : Outcome.Satisfied : Outcome.Unknown,
        MapValue { IsOpen: false } or UnsetValue or NullValue => Outcome.Violated,
        _ => Outcome.Unknown,
    };
}
