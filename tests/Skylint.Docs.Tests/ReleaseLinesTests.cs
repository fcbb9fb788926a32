using Xunit;

namespace Skylint.Docs.Tests;

public sealed class ReleaseLinesTests : IDisposable
{
    private const string Shipped = "src/Skylint.Analyzers/AnalyzerReleases.Shipped.md";

    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void What_was_never_shipped_is_new()
    {
        Assert.Contains("### New Rules\n", Unshipped(), StringComparison.Ordinal);
        Assert.Contains("\nSKY2001 | Security | Warning | Something <T> is wrong\nSKY2002 | Cost | Disabled | Something costs money\n", Unshipped(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_shipped_as_it_is_needs_no_line()
    {
        Ship("""
            ## Release 1.0.0

            ### New Rules

            Rule ID | Category | Severity | Notes
            --------|----------|----------|-------
            SKY2001 | Security | Warning | As it was called then
            SKY2002 | Cost | Disabled | Something costs money
            """);
        Assert.DoesNotContain("SKY2", Unshipped(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_another_level_since_then_has_changed()
    {
        Ship("""
            ### New Rules

            SKY2001 | Security | Info | Something is wrong
            SKY2002 | Cost | Disabled | Something costs money
            """);
        Assert.Contains("### Changed Rules\n", Unshipped(), StringComparison.Ordinal);
        Assert.Contains("\nSKY2001 | Security | Warning | Security | Info | Something <T> is wrong\n", Unshipped(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_gone_is_removed_once()
    {
        const string Release1 = "### New Rules\n\nSKY2003 | Cost | Info | Gone\n";
        Ship(Release1);
        Assert.Contains("### Removed Rules\n", Unshipped(), StringComparison.Ordinal);
        Ship(Release1 + "\n### Removed Rules\n\nSKY2003 | Cost | Info | Gone\n");
        Assert.DoesNotContain("SKY2003", Unshipped(), StringComparison.Ordinal);
    }

    private void Ship(string text) => _repository.Folder.Write(Shipped, text);

    private string Unshipped() => Assert.Single(ReleaseLines.Render(Rules.All, _repository.Folder)).Text;
}
