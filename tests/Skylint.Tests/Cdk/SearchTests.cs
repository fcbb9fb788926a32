using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>OpenSearch Service and its older name, Elasticsearch Service.</summary>
public sealed class SearchTests
{
    private static readonly StackSource s_stack = new("IAM", "OpenSearchService");

    private const string Domain = "new Domain(this, \"D\", new DomainProps { Version = EngineVersion.OPENSEARCH_2_5";
    private const string Old = "new Amazon.CDK.AWS.Elasticsearch.CfnDomain(this, \"D\", new Amazon.CDK.AWS.Elasticsearch.CfnDomainProps { ElasticsearchVersion = \"7.10\"";
    private const string Statement = "new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"es:*\" }, Principals = new IPrincipal[] { new AnyPrincipal() } })";

    [Theory]
    [InlineData("SKY1194", Domain + " });")]
    [InlineData("SKY1194", "var d = " + Domain + " }); d.AddAccessPolicies(" + Statement + ");")]
    [InlineData("SKY1195", "new Amazon.CDK.AWS.Elasticsearch.Domain(this, \"D\", new Amazon.CDK.AWS.Elasticsearch.DomainProps { Version = Amazon.CDK.AWS.Elasticsearch.ElasticsearchVersion.V7_10, Capacity = new Amazon.CDK.AWS.Elasticsearch.CapacityConfig { MasterNodes = 0 } });")]
    [InlineData("SKY1195", Old + ", ElasticsearchClusterConfig = new Amazon.CDK.AWS.Elasticsearch.CfnDomain.ElasticsearchClusterConfigProperty { InstanceCount = 3 } });")]
    [InlineData("SKY1196", "new CfnDomain(this, \"D\", new CfnDomainProps { LogPublishingOptions = new System.Collections.Generic.Dictionary<string, object> { [\"SEARCH_SLOW_LOGS\"] = new CfnDomain.LogPublishingOptionProperty { Enabled = true } } });")]
    [InlineData("SKY1197", Old + " });")]
    [InlineData("SKY1198", Domain + ", UseUnsignedBasicAuth = true });")]
    [InlineData("SKY1198", "var d = " + Domain + " }); d.AddAccessPolicies(" + Statement + ");")]
    [InlineData("SKY1199", Domain + ", NodeToNodeEncryption = false, UseUnsignedBasicAuth = true });")]
    [InlineData("SKY1200", "new CfnDomain(this, \"D\", new CfnDomainProps { LogPublishingOptions = new System.Collections.Generic.Dictionary<string, object> { [\"SEARCH_SLOW_LOGS\"] = new CfnDomain.LogPublishingOptionProperty { Enabled = true } } });")]
    [InlineData("SKY1201", Old + ", ElasticsearchClusterConfig = new Amazon.CDK.AWS.Elasticsearch.CfnDomain.ElasticsearchClusterConfigProperty { ZoneAwarenessEnabled = false } });")]
    public Task Bad(string id, string statements) => s_stack.Flagged(id, statements, Refs.Cdk);

    [Theory]
    // In a VPC a policy may not name addresses.
    [InlineData("SKY1194", Domain + ", Vpc = Amazon.CDK.AWS.EC2.Vpc.FromLookup(this, \"V\", null!) });")]
    [InlineData("SKY1194", Domain + ", AccessPolicies = new[] { new PolicyStatement(new PolicyStatementProps { Effect = Effect.DENY }) } });")]
    [InlineData("SKY1194", Domain + ", AccessPolicies = Policies() }); PolicyStatement[] Policies() => System.Array.Empty<PolicyStatement>().Concat(new PolicyStatement[0]).ToArray();")]
    [InlineData("SKY1195", Domain + ", Capacity = new CapacityConfig { MasterNodes = 3 } });")]
    [InlineData("SKY1196", "new CfnDomain(this, \"D\", new CfnDomainProps { LogPublishingOptions = new System.Collections.Generic.Dictionary<string, object> { [\"ES_APPLICATION_LOGS\"] = new CfnDomain.LogPublishingOptionProperty { Enabled = true } } });")]
    [InlineData("SKY1196", "Domain.FromDomainEndpoint(this, \"D\", text);")]
    [InlineData("SKY1198", Domain + " });")]
    [InlineData("SKY1198", Domain + ", AccessPolicies = new[] { new PolicyStatement(new PolicyStatementProps { Principals = new IPrincipal[] { new AccountRootPrincipal() } }) } });")]
    [InlineData("SKY1198", "var d = " + Domain + " }); d.AddAccessPolicies(new PolicyStatement(new PolicyStatementProps { Principals = new IPrincipal[] { new AccountRootPrincipal() } }));")]
    [InlineData("SKY1199", Domain + ", UseUnsignedBasicAuth = true });")]
    [InlineData("SKY1199", "var d = " + Domain + " }); ((CfnDomain)d.Node.DefaultChild!).NodeToNodeEncryptionOptions = new CfnDomain.NodeToNodeEncryptionOptionsProperty { Enabled = true };")]
    [InlineData("SKY1201", Domain + ", ZoneAwareness = new ZoneAwarenessConfig { AvailabilityZoneCount = 3 } });")]
    public Task Good(string id, string statements) => s_stack.Silent(id, statements, Refs.Cdk);
}
