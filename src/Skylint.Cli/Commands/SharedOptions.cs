using System.CommandLine;
using Skylint.Catalog;
using Skylint.Cli.Analysis;

namespace Skylint.Cli.Commands;

/// <summary>Arguments and options that several commands take.</summary>
internal static class SharedOptions
{
    public static Argument<string> Target() => new("target")
    {
        Description = "A solution (.sln, .slnx), a project (.csproj) or a folder; the current folder when left out.",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => ".",
    };

    public static Option<ProfileSet> Profile() => new("--profile", "-p")
    {
        Description = $"Which rules are on, one or more of: {string.Join(", ", Catalog.Profile.All.Select(p => p.Name))}. Several are separated by ',' or ';'. Severities in the .editorconfig of the code win.",
        HelpName = "names",
        CustomParser = result =>
        {
            try
            {
                return ProfileSet.Parse(result.Tokens.Select(t => t.Value));
            }
            catch (CommandException e)
            {
                result.AddError(e.Message);
                return ProfileSet.Recommended;
            }
        },
        DefaultValueFactory = _ => ProfileSet.Recommended,
    };

    public static Option<bool> NoRestore() => new("--no-restore")
    {
        Description = "Do not run 'dotnet restore' for projects that need it.",
    };

    public static Option<string> Format(string description, params string[] formats)
    {
        var option = new Option<string>("--format", "-f") { Description = description, DefaultValueFactory = _ => formats[0] };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }

    /// <summary>The rule that a person means, by identifier or key.</summary>
    /// <exception cref="CommandException">There is no such rule; the message names the nearest ones.</exception>
    public static Rule RuleNamed(this Toolbox tools, string name)
    {
        if (tools.Find(name) is { } rule)
            return rule;
        var nearest = Similarity.Nearest(name, tools.Rules.SelectMany(r => new[] { r.Id, r.Key }));
        var advice = nearest.Count > 0 ? $"Did you mean {string.Join(" or ", nearest)}?" : "'skylint rules' lists them.";
        throw new CommandException($"There is no rule '{name}'. {advice}");
    }
}
