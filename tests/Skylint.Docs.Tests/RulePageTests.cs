using Skylint.Catalog;
using Xunit;

namespace Skylint.Docs.Tests;

public sealed class RulePageTests : IDisposable
{
    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void Cases_are_the_examples_without_the_namespace_that_keeps_them_apart()
    {
        _repository.Folder.Write("tests/Skylint.Tests/Sdk/Cases/first-rule/bad.cs", "using System;\n\nnamespace Cases.FirstRule;\n\npublic static class Bad;\n");
        Assert.Contains("## Bad\n\n```csharp\nusing System;\n\npublic static class Bad;\n```\n", Page(Rules.Warning), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_case_is_said_to_be_missing() =>
        Assert.Contains("## Good\n\n*There is no example of this rule yet.*\n", Page(Rules.Warning), StringComparison.Ordinal);

    [Fact]
    public void Titles_and_messages_read_as_users_see_them()
    {
        Assert.Contains("# SKY2001: Something &lt;T> is wrong\n", Page(Rules.Warning), StringComparison.Ordinal);
        Assert.Contains("```text\n'...' is wrong; write { } instead\n```", Page(Rules.Warning), StringComparison.Ordinal);
    }

    [Fact]
    public void Options_are_listed_with_their_keys() =>
        Assert.Contains("| `skylint.SKY2001.allowed_names` | `a \\| b` | Names that are not reported. |", Page(Rules.Warning), StringComparison.Ordinal);

    [Fact]
    public void An_option_names_the_profiles_that_turn_it_on() =>
        Assert.Contains("| `skylint.SKY2001.every_name` | `false` | Reports all names. On in the profiles `strict`, `pci-dss`. |", Page(Rules.Warning), StringComparison.Ordinal);

    [Fact]
    public void The_fix_or_the_reason_for_none_is_given()
    {
        Assert.Contains("## Fix\n\nMakes it right.\n", Page(Rules.Warning), StringComparison.Ordinal);
        Assert.Contains("## Fix\n\nOnly the team knows what it needs.\n", Page(Rules.Off), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SKY2001", "`recommended`, `strict`, `hipaa`, `pci-dss`")]
    [InlineData("SKY2002", "`strict`, `cost`")]
    public void Profiles_that_turn_the_rule_on_are_named(string id, string profiles) =>
        Assert.Contains($"| A warning in the profiles | {profiles} |", Page(Rules.All.Single(rule => rule.Id == id)), StringComparison.Ordinal);

    [Fact]
    public void References_are_links_where_the_address_follows_from_the_identifier()
    {
        var page = Page(Rules.Warning);
        Assert.Contains("[S3.5](https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-5)", page, StringComparison.Ordinal);
        Assert.Contains("[AWS-0088](https://avd.aquasec.com/misconfig/aws-0088)", page, StringComparison.Ordinal);
        Assert.Contains("[CWE-89](https://cwe.mitre.org/data/definitions/89.html)", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Suppressions_of_cdk_nag_are_mentioned_where_they_count()
    {
        Assert.Contains("NagSuppressions", Page(Rules.Warning), StringComparison.Ordinal);
        Assert.DoesNotContain("NagSuppressions", Page(Rules.Off), StringComparison.Ordinal);
    }

    private string Page(Rule rule) => RulePage.Render(rule, new CaseFolders(_repository.Folder)).Text;
}
