using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon Route 53.</summary>
internal static class Route53
{
    private const string Namespace = "Amazon.CDK.AWS.Route53.";

    private const double LongestTtl = 60;

    private static readonly string[] s_records = [Namespace + "ARecord", Namespace + "AaaaRecord", Namespace + "CnameRecord"];

    // Route 53 answers for an alias with the time of what it stands for.
    private static readonly Requirement s_isAlias = Prop("Target").Test(
        target => target switch
        {
            CallValue { Method.Name: "FromAlias" } => Outcome.Satisfied,
            CallValue { Method.Name: "FromIpAddresses" or "FromValues" } => Outcome.Violated,
            _ => Outcome.Unknown,
        },
        Default.Violates);

    public static readonly ConstructRule FailoverTtl = new()
    {
        Id = "SKY1157",
        Key = "Route53FailoverTtl",
        Title = "Failover is remembered too late",
        Message = "{0} may be remembered for more than a minute after another record has taken over; set Ttl = Duration.Seconds(60)",
        Why = "Resolvers keep an answer for as long as it says, half an hour unless stated. When a region fails, clients go on calling it until then, whatever the health check has found.",
        Category = Category.Reliability,
        Level = Level.Info,
        References = new References { Links = ["https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html"] },
        CfnProperties = ["TTL"],
        Targets =
        [
            Target.Of(
                s_records,
                When(AllOf(IsOneOfSeveral("Weight", "Region", "SetIdentifier", "Failover", "GeoLocation", "MultiValueAnswer"), Not(s_isAlias)), Prop("Ttl").IsAtMost(LongestTtl)),
                Fix.Set("Ttl", "Amazon.CDK.Duration.Seconds(60)", "Set Ttl to one minute")),
            Target.Of(
                Namespace + "CfnRecordSet",
                When(AllOf(IsOneOfSeveral("Weight", "Region", "SetIdentifier", "Failover", "GeoLocation", "MultiValueAnswer"), Prop("AliasTarget").IsUnset()), Prop("Ttl").IsAtMost(LongestTtl)),
                Fix.Set("Ttl", "\"60\"", "Set Ttl to one minute")),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [FailoverTtl];

    private static Requirement IsOneOfSeveral(params string[] properties) => AnyOf([.. properties.Select(property => Prop(property).IsSet())]);
}
