using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about who may use a search domain: its access policy, as statements of an L2 or as the document of an L1.</summary>
internal static class OpenSearchAccess
{
    private static readonly string[] s_domains = ["Amazon.CDK.AWS.OpenSearchService.Domain", "Amazon.CDK.AWS.Elasticsearch.Domain"];
    private static readonly string[] s_l1 = ["Amazon.CDK.AWS.OpenSearchService.CfnDomain", "Amazon.CDK.AWS.Elasticsearch.CfnDomain"];

    public static readonly ConstructRule AllowlistedIps = new()
    {
        Id = "SKY1194",
        Key = "OpenSearchAllowlistedIPs",
        Title = "Search domain may be used from any address",
        Message = "{0} has a public endpoint and no policy that names the addresses it may be used from; add an IpAddress condition",
        Why = "A leaked credential can be used from anywhere. A list of addresses confines it to the networks that are meant.",
        NoFix = "From where the domain may be used is a decision that only its owner can make.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-OS3"], Cwe = ["CWE-284"] },
        CfnProperties = ["AccessPolicies", "VPCOptions"],
        Targets =
        [
            // In a VPC security groups decide about addresses, and the policy may not.
            Target.Of(
                s_domains,
                AnyOf(
                    Prop("Vpc").IsSet(),
                    AllOf(Prop("AccessPolicies").IsSet(), Prop("AccessPolicies").Has(That((policies, construct) => Judge(policies, construct, NamesAddresses)))),
                    CallsWith("AddAccessPolicies", Prop("accessPolicyStatements").Has(That((policies, construct) => Judge(policies, construct, NamesAddresses)))))),
            Target.Of(
                s_l1,
                AnyOf(Prop("VpcOptions.SubnetIds").IsSet(), AllOf(Prop("AccessPolicies").IsSet(), Prop("AccessPolicies").Has(That((policies, construct) => Judge(policies, construct, NamesAddresses)))))),
        ],
    };

    public static readonly ConstructRule NoAnonymousAccess = new()
    {
        Id = "SKY1198",
        Key = "OpenSearchNoUnsignedOrAnonymousAccess",
        Title = "Search domain accepts requests from anyone",
        Message = "{0} lets anyone in who reaches it, without a signed request; name the principals in its access policy",
        Why = "A policy for everyone is a policy without authentication: whoever reaches the endpoint reads and deletes the indexes.",
        NoFix = "Who may use the domain is a decision that only its owner can make.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-OS5"], Sonar = ["S6270"], Guard = ["OPENSEARCH_ACCESS_CONTROL_ENABLED"], Cwe = ["CWE-306"] },
        CfnProperties = ["AccessPolicies"],
        Targets =
        [
            // Basic authentication without signed requests comes with a policy for everyone.
            Target.Of(
                s_domains,
                AllOf(
                    Prop("AccessPolicies").Has(That((policies, construct) => Judge(policies, construct, NamesPrincipals))),
                    Not(CallsWith("AddAccessPolicies", Prop("accessPolicyStatements").Has(Not(That((policies, construct) => Judge(policies, construct, NamesPrincipals)))))),
                    Prop("UseUnsignedBasicAuth").IsFalse())),
            Target.Of(s_l1, Prop("AccessPolicies").Has(That((policies, construct) => Judge(policies, construct, NamesPrincipals)))),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [AllowlistedIps, NoAnonymousAccess];

    /// <summary>Every statement that allows something must meet the demand; a policy that is left out has none.</summary>
    private static Verdict Judge(Value policies, Construct construct, Func<Value, Construct, Outcome> demand)
    {
        var resolver = construct.Cdk.Resolver;
        var statements = policies switch
        {
            MapValue map => resolver.Member(map, "Statement"),
            ObjectValue { Type.Name: "PolicyDocument" } document => resolver.Member(document, "Statements"),
            _ => policies,
        };
        if (statements is UnsetValue or NullValue)
            return Verdict.Satisfied;
        var (items, isOpen) = statements switch
        {
            ListValue list => (list.Items, list.IsOpen),
            MapValue single => ([single], false),
            _ => ((IReadOnlyList<Value>)[], true),
        };
        var isUnknown = isOpen;
        foreach (var item in items)
        {
            var outcome = item is MapValue or ObjectValue { Type.Name: "PolicyStatement", IsOpen: false } ? IsAllow(resolver.Member(item, "Effect")) switch
            {
                true => demand(item, construct),
                false => Outcome.Satisfied,
                null => Outcome.Unknown,
            } : Outcome.Unknown;
            if (outcome == Outcome.Violated)
                return new Verdict(Outcome.Violated, item);
            isUnknown |= outcome == Outcome.Unknown;
        }

        return isUnknown ? Verdict.Unknown : Verdict.Satisfied;
    }

    private static bool? IsAllow(Value effect) => effect switch
    {
        UnsetValue or NullValue => true,
        MemberValue or ConstantValue => string.Equals(PropertyPath.Name(effect), "ALLOW", StringComparison.OrdinalIgnoreCase),
        _ => null,
    };

    private static Outcome NamesAddresses(Value statement, Construct construct)
    {
        var resolver = construct.Cdk.Resolver;
        var conditions = resolver.Member(statement, statement is MapValue ? "Condition" : "Conditions");
        return resolver.Member(resolver.Member(conditions, "IpAddress"), "aws:SourceIp") switch
        {
            UnsetValue or NullValue or ListValue { Items.Count: 0, IsOpen: false } => Outcome.Violated,
            UnknownValue { NotNull: false } or OneOfValue => Outcome.Unknown,
            _ => Outcome.Satisfied,
        };
    }

    private static Outcome NamesPrincipals(Value statement, Construct construct)
    {
        var named = Statement.Of(statement, construct).Principals;
        return named.Any(p => Iam.IsAnyone(p) == true) ? Outcome.Violated : named.Count == 0 || named.Any(p => Iam.IsAnyone(p) is null) ? Outcome.Unknown : Outcome.Satisfied;
    }
}
