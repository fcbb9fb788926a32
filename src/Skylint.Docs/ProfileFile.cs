using System.Text;
using Skylint.Catalog;

namespace Skylint.Docs;

/// <summary>A profile as the global analyzer configuration that the package hands to the compiler.</summary>
internal static class ProfileFile
{
    public const string Folder = "src/Skylint.Package/profiles";

    public static Document Render(Profile profile, IReadOnlyList<Rule> rules)
    {
        var text = new StringBuilder();
        text.Append(GeneratedNote.Hash).Append('\n');
        text.Append("# ").Append(profile.Name).Append(": ").Append(profile.Description).Append('\n');
        text.Append("is_global = true\n");
        text.Append("global_level = ").Append(GlobalLevel(profile)).Append('\n');
        var severities = rules
            .Select(rule => (rule.Id, Level: profile.LevelFor(rule)))
            .Where(entry => entry.Level is not null)
            .Select(entry => $"dotnet_diagnostic.{entry.Id}.severity = {LevelText.EditorConfig(entry.Level!.Value)}\n");
        text.Append('\n').AppendJoin("", severities);
        var switches = rules.SelectMany(rule => rule.Options.Where(profile.TurnsOn).Select(option => $"{option.KeyFor(rule)} = true\n"));
        text.Append('\n').AppendJoin("", switches);
        return new Document($"{Folder}/{profile.Name}.globalconfig", text.ToString().TrimEnd('\n') + "\n");
    }

    /// <summary>
    /// The compiler drops a key that two global configurations of the same level set, even to the same value; so that profiles can be
    /// combined, each has a level of its own. All are below zero, which is what a user's own global configuration starts at.
    /// <c>none</c> is the lowest: it clears the table for the profiles that are named beside it.
    /// </summary>
    private static int GlobalLevel(Profile profile)
    {
        var count = Profile.All.Count;
        var place = Profile.All.TakeWhile(other => other != profile).Count();
        return LevelsOnlyOff(profile) ? -count - 1 : place - count;
    }

    private static bool LevelsOnlyOff(Profile profile) => profile.Name == "none";
}
