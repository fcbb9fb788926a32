using System.Diagnostics;
using System.Text.Json;
using Skylint;
using Skylint.Catalog;
using Skylint.Conformance;

if (args is not [var folder, .. var rest] || rest.Length > 1)
{
    Console.Error.WriteLine("usage: Conformance.Runner OUTPUT_FOLDER [KEY_PART]");
    return 2;
}

var part = rest.FirstOrDefault() ?? "";
var clock = Stopwatch.StartNew();
var cases = Case.All()
    .Where(c => c.Key.Contains(part, StringComparison.OrdinalIgnoreCase))
    .Select(c => new { c.Key, c.Variant, c.Stack, Error = c.Synthesize(Path.Combine(folder, c.Stack)) })
    .ToList();
Console.Error.WriteLine($"{cases.Count} cases synthesized in {clock.Elapsed.TotalSeconds:0.0} s");

var index = new
{
    Complete = part.Length == 0,
    Cases = cases,
    Rules = AllRules.Rules.Select(r => new { r.Id, r.Key, r.References.CdkNag, HasFix = r.FixSummary is not null }),
    CdkNag = new { CdkNagRules.Version, Rules = CdkNagRules.All.Select(r => new { r.Name, r.Ids }) },
};
Directory.CreateDirectory(folder);
File.WriteAllText(Path.Combine(folder, "index.json"), JsonSerializer.Serialize(index, new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true }));
return 0;
