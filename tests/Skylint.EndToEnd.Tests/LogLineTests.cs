namespace Skylint.EndToEnd.Tests;

public sealed class LogLineTests
{
    private const string Good = """{"timestamp":"2026-01-31T08:15:30.123456Z","level":"Information","service":"orders","trace_id":"5759e988bd862e3fe1be46a994272793","span_id":"53995c3f42cd8ad8","trace_flags":"01","message":"m","logger":"l","x":1}""";

    [Fact]
    public void A_record_of_the_schema_has_no_problem()
    {
        var line = LogLine.Parse(Good, out var problem);
        Assert.Null(problem);
        Assert.Equal(("Information", "orders", "m", "l", "1"), (line!.Level, line.Service, line.Message, line.Logger, line.Text("x")));
    }

    [Theory]
    [InlineData("info: Program[0] started", "no JSON")]
    [InlineData("[1]", "no JSON object")]
    [InlineData("""{"level":"Information"}""", "the fields start with")]
    [InlineData("\"level\":\"Information\"", "\"level\":\"info\"", "the level is none")]
    [InlineData("5759e988bd862e3fe1be46a994272793", "5759E988BD862E3FE1BE46A994272793", "identifiers")]
    [InlineData("53995c3f42cd8ad8", "1-53995c3f", "identifiers")]
    [InlineData(".123456Z", ".123+01:00", "timestamp")]
    [InlineData("\"service\":\"orders\"", "\"service\":\"\"", "no service")]
    [InlineData("\"x\":1", "\"x\":1,\"x\":2", "stands twice")]
    [InlineData("\"x\":1", "\"exception.type\":\"E\"", "an exception lacks")]
    public void Everything_else_has(string text, string expected, string? problem = null)
    {
        var (line, wanted) = problem is null ? (text, expected) : (Good.Replace(text, expected, StringComparison.Ordinal), problem);
        LogLine.Parse(line, out var found);
        Assert.Contains(wanted, found, StringComparison.Ordinal);
    }
}
