using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A port that is opened to the whole internet.</summary>
internal sealed class OpenSecurityGroup : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2053",
        Key = "open-security-group",
        Title = "Security group is opened to the internet",
        Message = "This lets every address in the world reach {0}; name the addresses or the security group that need it",
        Why = "Open administration and database ports are found by scanners within minutes, and from then on only the password stands between them and the data.",
        Category = Category.Security,
        Level = Level.Warning,
        NoFix = "Who has to reach the port, only the author knows.",
        References = new() { Sonar = ["S6321"], SecurityHub = ["EC2.13", "EC2.14", "EC2.19"], Cwe = ["CWE-284"] },
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnCreation((run, context, creation, kind) =>
    {
        if (kind != SdkKind.Part || creation.Type?.Name != "IpPermission" || AwsSdk.ServiceOf(creation.Type) != "EC2" || IsEgress(creation))
            return;
        var facts = ObjectFacts.Of(creation, run.Sdk);
        if (PortsOf(facts) is { } ports && OpenRange(facts) is { } range)
            SdkRun.Report(context, Rule, range.Syntax.GetLocation(), ports);
    });

    /// <summary>The ports, in words; null for the ones that are meant for everybody, or when the code does not say.</summary>
    private static string? PortsOf(ObjectFacts facts)
    {
        if (facts.Value("IpProtocol")?.Text() is "-1")
            return "all ports";
        if (facts.Value("IpProtocol")?.Text() is "icmp" or "icmpv6" || facts.Value("FromPort") is not { } first || facts.Value("ToPort") is not { } last || !first.TryGetInteger(out var from) || !last.TryGetInteger(out var to))
            return null;
        if (from == to)
            return from is 80 or 443 or 8080 or 8443 ? null : $"port {from}";
        return $"ports {from} to {to}";
    }

    private static IOperation? OpenRange(ObjectFacts facts)
    {
        foreach (var member in new[] { "Ipv4Ranges", "Ipv6Ranges", "IpRanges" })
        {
            foreach (var value in facts.Values(member))
            {
                var shown = value.Unwrapped() is ILocalReferenceOperation local ? BodyIndex.Of(value).SingleValue(local.Local) : value;
                if (shown?.DescendantsAndSelf().FirstOrDefault(o => o is ILiteralOperation or IFieldReferenceOperation or ILocalReferenceOperation && o.Text() is "0.0.0.0/0" or "::/0") is { } open)
                    return open;
            }
        }

        return null;
    }

    // What goes out may go anywhere.
    private static bool IsEgress(IOperation creation) =>
        creation.Ancestors().Any(a => a is IObjectCreationOperation { Type.Name: var type } && type.IndexOf("Egress", StringComparison.Ordinal) >= 0)
        || creation.Root().Descendants().OfType<IInvocationOperation>().Any(i => i.TargetMethod.Name.IndexOf("Egress", StringComparison.Ordinal) >= 0);
}
