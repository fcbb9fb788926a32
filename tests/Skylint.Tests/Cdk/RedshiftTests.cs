using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>Redshift, and rules that follow a reference to another resource: parameter groups, security configurations, templates.</summary>
public sealed class RedshiftTests
{
    private static readonly StackSource s_stack = new("Redshift");

    private const string Required = "ClusterType = \"multi-node\", DbName = \"sales\", MasterUsername = \"w\", NodeType = \"ra3.xlplus\", Encrypted = true";
    private const string Tls = "new CfnClusterParameterGroup.ParameterProperty { ParameterName = \"require_ssl\", ParameterValue = \"true\" }";
    private const string Group = "new CfnClusterParameterGroup(this, \"G\", new CfnClusterParameterGroupProps { Description = \"d\", ParameterGroupFamily = \"redshift-1.0\", ";

    [Theory]
    [InlineData("SKY1211", "new CfnCluster(this, \"C\", new CfnClusterProps { " + Required + ", AutomatedSnapshotRetentionPeriod = 0 });")]
    [InlineData("SKY1218", "var c = new CfnCluster(this, \"C\", new CfnClusterProps { " + Required + " }); c.PubliclyAccessible = true;")]
    [InlineData("SKY1222", "new CfnCluster(this, \"C\", new CfnClusterProps { " + Required + ", ClusterParameterGroupName = \"default.redshift-1.0\" });")]
    [InlineData("SKY1222", "var g = " + Group + "Parameters = new[] { new CfnClusterParameterGroup.ParameterProperty { ParameterName = \"require_ssl\", ParameterValue = \"false\" } } }); new CfnCluster(this, \"C\", new CfnClusterProps { " + Required + ", ClusterParameterGroupName = g.Ref });")]
    [InlineData("SKY1222", "var g = " + Group + " }); new CfnCluster(this, \"C\", new CfnClusterProps { " + Required + ", ClusterParameterGroupName = g.ParameterGroupName });")]
    [InlineData("SKY1222", "_ = " + Group + "ParameterGroupName = \"sales\" }); new CfnCluster(this, \"C\", new CfnClusterProps { " + Required + ", ClusterParameterGroupName = \"sales\" });")]
    [InlineData("SKY1219", "var g = " + Group + "Parameters = new[] { " + Tls + " } }); new CfnCluster(this, \"C\", new CfnClusterProps { " + Required + ", ClusterParameterGroupName = g.Ref });")]
    public Task Bad(string id, string statements) => s_stack.Flagged(id, statements, Refs.Cdk);

    [Theory]
    [InlineData("SKY1213", "new CfnCluster(this, \"C\", new CfnClusterProps { ClusterType = \"x\", DbName = \"x\", MasterUsername = \"x\", NodeType = \"x\", Encrypted = given });")]
    [InlineData("SKY1222", "var g = " + Group + "Parameters = new[] { " + Tls + " } }); new CfnCluster(this, \"C\", new CfnClusterProps { " + Required + ", ClusterParameterGroupName = g.Ref });")]
    [InlineData("SKY1222", "var g = " + Group + "}); g.Parameters = new[] { " + Tls + " }; new CfnCluster(this, \"C\", new CfnClusterProps { " + Required + ", ClusterParameterGroupName = g.Ref });")]
    [InlineData("SKY1222", "_ = " + Group + "ParameterGroupName = \"sales\", Parameters = new[] { " + Tls + " } }); new CfnCluster(this, \"C\", new CfnClusterProps { " + Required + ", ClusterParameterGroupName = \"sales\" });")]
    [InlineData("SKY1222", "new CfnCluster(this, \"C\", new CfnClusterProps { " + Required + ", ClusterParameterGroupName = \"default.redshift-2.0\" });")]
    // The group lives elsewhere, or is one of several.
    [InlineData("SKY1222", "new CfnCluster(this, \"C\", new CfnClusterProps { " + Required + ", ClusterParameterGroupName = \"sales\" });")]
    [InlineData("SKY1222", "new CfnCluster(this, \"C\", new CfnClusterProps { " + Required + ", ClusterParameterGroupName = text });")]
    [InlineData("SKY1222", "new CfnCluster(this, \"C\", new CfnClusterProps { " + Required + ", ClusterParameterGroupName = Amazon.CDK.Fn.ImportValue(\"group\") });")]
    [InlineData("SKY1222", "var g = " + Group + "}); var h = " + Group + "Parameters = new[] { " + Tls + " } }); new CfnCluster(this, \"C\", new CfnClusterProps { " + Required + ", ClusterParameterGroupName = given ? g.Ref : h.Ref });")]
    // An escape hatch puts the group right.
    [InlineData("SKY1222", "var g = " + Group + "}); g.AddPropertyOverride(\"Parameters\", text); new CfnCluster(this, \"C\", new CfnClusterProps { " + Required + ", ClusterParameterGroupName = g.Ref });")]
    public Task Good(string id, string statements) => s_stack.Silent(id, statements, Refs.Cdk);

    [Fact]
    public Task A_group_that_is_there_is_not_replaced() => s_stack.NoFix(
        "SKY1222",
        "var g = " + Group + " }); new CfnCluster(this, \"C\", new CfnClusterProps { " + Required + ", ClusterParameterGroupName = g.Ref });",
        Refs.Cdk);

    /// <summary>A group that another class of the program makes and publishes.</summary>
    [Fact]
    public async Task A_group_of_another_stack_is_followed()
    {
        const string Data = """

            class Network : Amazon.CDK.Stack
            {
                public CfnClusterParameterGroup Group { get; }

                public Network(Construct scope) : base(scope, "Network")
                {
                    Group = new CfnClusterParameterGroup(this, "G", new CfnClusterParameterGroupProps { Description = "d", ParameterGroupFamily = "redshift-1.0", Parameters = new[] { PARAMETER } });
                }
            }

            class Warehouse : Amazon.CDK.Stack
            {
                public Warehouse(Construct scope, Network network) : base(scope, "Warehouse")
                {
                    new CfnCluster(this, "C", new CfnClusterProps { ClusterType = "x", DbName = "x", MasterUsername = "x", NodeType = "x", ClusterParameterGroupName = network.Group.Ref });
                }
            }
            """;
        const string Usings = "using Amazon.CDK.AWS.Redshift;\nusing Constructs;\n";
        Assert.Empty(await Verify.Diagnostics(Usings + Data.Replace("PARAMETER", Tls, StringComparison.Ordinal), Refs.Cdk, ["SKY1222"]));
        Assert.True((await Verify.Diagnostics(Usings + Data.Replace("PARAMETER", Tls.Replace("require_ssl", "other", StringComparison.Ordinal), StringComparison.Ordinal), Refs.Cdk, ["SKY1222"])).Length <= 1);
    }
}
