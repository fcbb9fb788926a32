using System.CommandLine;
using Skylint.Cli.Output;

namespace Skylint.Cli.Commands;

/// <summary><c>skylint rules</c>: lists every rule.</summary>
internal sealed class RulesCommand : Command
{
    public RulesCommand(Host host)
        : base("rules", "Lists every rule.")
    {
        var format = SharedOptions.Format("How to write the list.", "text", "json");
        Add(format);
        SetAction(parsed =>
        {
            if (parsed.GetValue(format) == "json")
                RuleList.WriteJson(host);
            else
                RuleList.WriteText(host);
            return ExitCode.Success;
        });
    }
}
