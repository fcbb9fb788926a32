using System.Xml.Linq;
using Xunit;

namespace Skylint.Package.Tests;

/// <summary>The package as its users get it.</summary>
public sealed class PackageTests(InstalledPackage package) : IClassFixture<InstalledPackage>
{
    [Fact]
    public void It_contains_the_analyzers_the_targets_and_the_profiles_and_nothing_else()
    {
        string[] expected =
        [
            "README.md",
            "Skylint.nuspec",
            "analyzers/dotnet/roslyn4.8/cs/Skylint.Analyzers.dll",
            "analyzers/dotnet/roslyn4.8/cs/Skylint.CodeFixes.dll",
            "build/Skylint.props",
            "build/Skylint.targets",
            "buildTransitive/Skylint.props",
            "buildTransitive/Skylint.targets",
            "icon.png",
        ];
        var ofTheFormat = package.Files.Where(file => file is "[Content_Types].xml" || file.StartsWith("_rels/", StringComparison.Ordinal) || file.StartsWith("package/", StringComparison.Ordinal));
        var profiles = package.Files.Where(file => file.StartsWith("profiles/", StringComparison.Ordinal)).ToList();
        Assert.Equal(expected, package.Files.Except(ofTheFormat).Except(profiles));
        Assert.Contains("profiles/recommended.globalconfig", profiles);
        Assert.All(profiles, file => Assert.EndsWith(".globalconfig", file));
    }

    [Fact]
    public void It_brings_nothing_into_the_application()
    {
        var metadata = XDocument.Parse(package.Nuspec).Root!.Elements().Single();
        Assert.Equal("true", Value("developmentDependency"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.Null(Value("dependencies"));
        Assert.Null(Value("references"));
        Assert.Null(Value("frameworkAssemblies"));

        string? Value(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;
    }

    [Fact]
    public void A_build_shows_findings_with_file_line_and_identifier()
    {
        var findings = package.Messages.Where(message => message.Project == "Recommended").ToList();
        Assert.All(["SKY1001", "SKY1002"], id =>
        {
            var finding = Assert.Single(findings, message => message.Id == id);
            Assert.Equal(("warning", "Storage.cs", 10), (finding.Level, finding.File, finding.Line));
            Assert.Contains("Bucket 'Orders'", finding.Text, StringComparison.Ordinal);
        });
    }

    /// <summary>Which rule's fixes it applies first is left to chance.</summary>
    [Fact]
    public void Dotnet_format_applies_the_fixes()
    {
        var properties = package.FixedSource.Split('\n').Where(line => line.StartsWith("            ", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        Assert.Equal(["            Encryption = BucketEncryption.S3_MANAGED,", "            EnforceSSL = true,", "            Versioned = true,"], properties);
    }

    [Fact]
    public void What_was_fixed_builds_without_a_finding()
    {
        Assert.True(package.FixedBuild.ExitCode == 0, package.FixedBuild.Output);
        Assert.DoesNotContain(BuildMessage.Parse(package.FixedBuild.Output), message => message.Id is "SKY1001" or "SKY1002");
    }

    [Fact]
    public void A_category_can_be_turned_off_under_the_default_profile() => Assert.Empty(package.IdsIn("CategoryOff"));

    [Fact]
    public void A_rule_in_the_editorconfig_wins_over_the_profile()
    {
        Assert.Contains("SKY1001", package.IdsIn("Strict"));
        Assert.DoesNotContain("SKY1002", package.IdsIn("Strict"));
    }

    [Fact]
    public void A_profile_turns_on_what_is_off_by_default()
    {
        Assert.DoesNotContain("SKY1008", package.IdsIn("Recommended"));
        Assert.Contains("SKY1008", package.IdsIn("Strict"));
    }

    /// <summary>Two packs set SKY1002, which the compiler would undo if their configurations had the same level; one of them adds SKY1008; none has SKY1001.</summary>
    [Fact]
    public void Profiles_can_be_combined()
    {
        Assert.Equal(["SKY1002", "SKY1008"], package.IdsIn("Combined").Intersect(["SKY1001", "SKY1002", "SKY1008"]));
        Assert.DoesNotContain("MultipleGlobalAnalyzerKeys", package.BuildOutput, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_profile_is_an_error_that_names_the_known_ones()
    {
        var error = Assert.Single(package.Messages, message => message.Project == "Unknown" && message.Level == "error");
        Assert.Equal("SKYLINT001", error.Id);
        Assert.Contains("'stict'", error.Text, StringComparison.Ordinal);
        Assert.All(["recommended", "strict", "none", "hipaa", "aws-solutions"], name => Assert.Contains(name, error.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_compiler_that_is_too_old_is_explained()
    {
        var warning = Assert.Single(package.Messages, message => message.Project == "OldCompiler");
        Assert.Equal(("warning", "SKYLINT002"), (warning.Level, warning.Id));
    }

    [Fact]
    public void Analyzers_read_the_nearest_cdk_json_and_the_settings() =>
        Assert.Contains("Recommended reads cdk.json, appsettings.json, launchSettings.json, Web.config\n", package.BuildOutput, StringComparison.Ordinal);

    [Fact]
    public void The_files_that_analyzers_read_can_be_left_out() =>
        Assert.Contains("Strict reads \n", package.BuildOutput, StringComparison.Ordinal);
}
