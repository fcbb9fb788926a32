using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Skylint.Catalog;
using Skylint.Cli.Analysis;
using Skylint.Cli.Output;
using Skylint.Cli.Output.Sarif;
using Skylint.Cli.Tests.Support;

namespace Skylint.Cli.Tests;

public sealed partial class OutputTests
{
    private static readonly string s_root = Path.Combine(Path.GetTempPath(), "skylint root");

    private static readonly CheckResult s_result = new(
        [
            new Finding(FakeRules.Danger, DiagnosticSeverity.Warning, "'Danger' is called; do not", InRoot("src", "My App", "Code.cs"), Span(6, 8, 6, 20), "\tApi .Danger(\"[x]\");", "Subject"),
            new Finding(FakeRules.Danger, DiagnosticSeverity.Warning, "'Danger' is called; do not", InRoot("src", "My App", "Code.cs"), Span(9, 4, 11, 1), "    Api.Danger(\"[x]\");", null),
            new Finding(FakeRules.Quiet, DiagnosticSeverity.Info, "'Quiet' is called; do not", InRoot("src", "Other.cs"), Span(0, 0, 0, 5), "Quiet();", null),
        ],
        [new ProjectFailure(InRoot("src", "Bad.csproj"), "could not be loaded: why")],
        2);

    [Fact]
    public void Sarif_is_the_same_everywhere_and_complete()
    {
        var text = Written(output => SarifReport.Write(Report(s_root, s_result with { Findings = [s_result.Findings[0]] }), output));
        Assert.Equal(
            """
            {
              "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
              "version": "2.1.0",
              "runs": [
                {
                  "tool": {
                    "driver": {
                      "name": "Skylint",
                      "semanticVersion": "0.1.0",
                      "informationUri": "https://github.com/skylint/skylint",
                      "rules": [
                        {
                          "id": "SKY7001",
                          "name": "DangerCalled",
                          "shortDescription": {
                            "text": "Danger is called"
                          },
                          "fullDescription": {
                            "text": "Calls of Danger break."
                          },
                          "help": {
                            "text": "Call Safe https://github.com/skylint/skylint/blob/main/docs/rules/SKY7001.md"
                          },
                          "helpUri": "https://github.com/skylint/skylint/blob/main/docs/rules/SKY7001.md",
                          "defaultConfiguration": {
                            "level": "warning",
                            "enabled": true
                          },
                          "properties": {
                            "category": "Security",
                            "key": "DangerCalled",
                            "tags": [
                              "security",
                              "external/cwe/cwe-1",
                              "AwsSolutions-X1",
                              "X.1"
                            ]
                          }
                        }
                      ]
                    }
                  },
                  "invocations": [
                    {
                      "executionSuccessful": false,
                      "toolExecutionNotifications": [
                        {
                          "level": "error",
                          "message": {
                            "text": "src/Bad.csproj could not be loaded: why"
                          }
                        }
                      ]
                    }
                  ],
                  "originalUriBaseIds": {
                    "SRCROOT": {
                      "description": {
                        "text": "The root folder of the code that was checked."
                      }
                    }
                  },
                  "columnKind": "utf16CodeUnits",
                  "results": [
                    {
                      "ruleId": "SKY7001",
                      "ruleIndex": 0,
                      "level": "warning",
                      "message": {
                        "text": "'Danger' is called; do not"
                      },
                      "locations": [
                        {
                          "physicalLocation": {
                            "artifactLocation": {
                              "uri": "src/My%20App/Code.cs",
                              "uriBaseId": "SRCROOT"
                            },
                            "region": {
                              "startLine": 7,
                              "startColumn": 9,
                              "endLine": 7,
                              "endColumn": 21
                            }
                          }
                        }
                      ],
                      "partialFingerprints": {
                        "skylint/v1": "1deeed495ad4e000:1"
                      },
                      "properties": {
                        "key": "DangerCalled",
                        "constructId": "Subject"
                      }
                    }
                  ]
                }
              ]
            }

            """,
            text);
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
        Assert.DoesNotContain(s_root, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fingerprint_survives_lines_above_and_tells_twins_apart()
    {
        static Finding At(int line, string source) => new(FakeRules.Danger, DiagnosticSeverity.Warning, "m", InRoot("A.cs"), Span(line, 0, line, 1), source, null);

        static IReadOnlyList<string> Prints(params Finding[] findings) =>
            [.. Fingerprint().Matches(Written(output => SarifReport.Write(Report(s_root, new CheckResult(findings, [], 1)), output))).Select(m => m.Value)];

        var before = Prints(At(1, "Danger();"), At(2, "Danger();"), At(3, "Danger(1);"));
        Assert.Equal(3, before.Distinct().Count());
        Assert.Equal(before, Prints(At(11, "    Danger();"), At(12, "Danger();"), At(30, "Danger(1);")));
    }

    [Fact]
    public void Text_in_a_file_is_a_line_for_each_finding_and_a_summary() => Assert.Equal(
        """
        src/My App/Code.cs:7:9: warning SKY7001: 'Danger' is called; do not [Danger is called]
        src/My App/Code.cs:10:5: warning SKY7001: 'Danger' is called; do not [Danger is called]
        src/Other.cs:1:1: info SKY7003: 'Quiet' is called; do not [Quiet is called]

        rule     level    findings  what
        SKY7001  warning         2  Danger is called
        SKY7003  info            1  Quiet is called

        3 findings in 2 files of 2 projects: 2 warnings, 1 suggestion.
        For 2 of them the rule has a fix: 'skylint fix --dry-run' shows what it would change.

        """,
        Written(output => TextReport.Write(Report(s_root, s_result), output, isRich: false)));

    [Fact]
    public void Text_on_a_terminal_shows_the_source_with_a_squiggle()
    {
        var text = Written(output => TextReport.Write(Report(s_root, s_result), output, isRich: true));
        Assert.Contains("\u001b[", text, StringComparison.Ordinal);
        var lines = Escapes().Replace(text, "").ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd());
        Assert.Equal(
            [
                "warning SKY7001 Danger is called",
                "  --> src/My App/Code.cs:7:9",
                "    7 | Api .Danger(\"[x]\");",
                "      |        ~~~~~~~~~~~~",
                "  'Danger' is called; do not",
                "  https://github.com/skylint/skylint/blob/main/docs/rules/SKY7001.md",
            ],
            lines.Take(6));
    }

    [Fact]
    public void Html_is_one_file_that_loads_and_runs_nothing()
    {
        var finding = s_result.Findings[0] with { Message = "<script>alert(1)</script> & 'x'", SourceLine = "var x = \"</code><img src=x>\";" };
        var text = Written(output => HtmlReport.Write(Report(s_root, s_result with { Findings = [finding, s_result.Findings[1] with { HidesSource = true }, s_result.Findings[2]] }), output));
        Assert.StartsWith("<!DOCTYPE html>\n", text, StringComparison.Ordinal);
        Assert.Contains("<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#39;x&#39;</p>", text, StringComparison.Ordinal);
        Assert.Contains("<pre><code>var x = &quot;&lt;/code&gt;&lt;img src=x&gt;&quot;;</code></pre>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", text, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Api.Danger", text, StringComparison.Ordinal);
        Assert.Contains("<p>3 findings in 2 projects: 2 warnings, 1 suggestion.</p>", text, StringComparison.Ordinal);
        Assert.Contains("<h2>src/My App/Code.cs</h2>", text, StringComparison.Ordinal);
        Assert.Contains("<strong>src/Bad.csproj</strong> could not be loaded: why", text, StringComparison.Ordinal);
        var document = System.Xml.Linq.XDocument.Parse(text.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal).Replace("<meta charset=\"utf-8\">", "", StringComparison.Ordinal).Replace("initial-scale=1\">", "initial-scale=1\"/>", StringComparison.Ordinal).Replace("'unsafe-inline'\">", "'unsafe-inline'\"/>", StringComparison.Ordinal));
        Assert.Equal(2, document.Descendants("tbody").Single().Elements("tr").Count());
    }

    [Fact]
    public async Task Rules_are_listed_as_text_and_json()
    {
        var text = await Run.InAsync(s_root, "rules");
        Assert.Contains("SKY7003  off      Cost         no   QuietCalled      Quiet is called", text.Lines);
        Assert.Contains("SKY7001  warning  Security     yes  DangerCalled     Danger is called", text.Lines);

        var quiet = (await Run.InAsync(s_root, "rules", "--format", "json")).Json.EnumerateArray().Single(r => r.GetProperty("id").GetString() == "SKY7003");
        Assert.Equal("QuietCalled", quiet.GetProperty("key").GetString());
        Assert.Equal("off", quiet.GetProperty("level").GetString());
        Assert.Equal("Cost", quiet.GetProperty("category").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, quiet.GetProperty("fix").ValueKind);
        Assert.Equal("Only the owner can decide.", quiet.GetProperty("noFix").GetString());
        Assert.Equal("HIPAA.Security-X1", quiet.GetProperty("references").GetProperty("cdkNag")[0].GetString());
        Assert.Equal(["S3DefaultEncryptionKMS"], quiet.GetProperty("references").GetProperty("cdkNagRules").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(["strict", "hipaa", "cost"], quiet.GetProperty("profiles").EnumerateArray().Select(p => p.GetString()));
    }

    [Theory]
    [InlineData("sky7003")]
    [InlineData("quietcalled")]
    public async Task A_rule_is_explained_by_identifier_or_key(string name)
    {
        var run = await Run.InAsync(s_root, "explain", name);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("SKY7003 Quiet is called", run.Lines[0]);
        Assert.Contains("What      '...' is called; do not", run.Lines);
        Assert.Contains("Why       Calls of Quiet break.", run.Lines);
        Assert.Contains("Profiles  strict, hipaa, cost", run.Lines);
        Assert.Contains("Fix       None: Only the owner can decide.", run.Lines);
        Assert.Contains("Option    skylint.SKY7003.limit = 3", run.Lines);
        Assert.Contains("cdk-nag   HIPAA.Security-X1, HIPAA.Security-S3DefaultEncryptionKMS", run.Lines);
        Assert.Contains("Page      https://github.com/skylint/skylint/blob/main/docs/rules/SKY7003.md", run.Lines);
    }

    private static Report Report(string root, CheckResult result) => new(result, new Host(TextWriter.Null, TextWriter.Null, root, Run.FakeTools), root);

    private static string InRoot(params string[] parts) => Path.Combine([s_root, .. parts]);

    private static LinePositionSpan Span(int line, int column, int endLine, int endColumn) => new(new LinePosition(line, column), new LinePosition(endLine, endColumn));

    private static string Written(Action<TextWriter> write)
    {
        using var output = new StringWriter { NewLine = "\n" };
        write(output);
        return output.ToString();
    }

    [GeneratedRegex("[0-9a-f]{16}:[0-9]+")]
    private static partial Regex Fingerprint();

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Escapes();
}
