using System.CommandLine;
using Skylint.Cli.Output;

namespace Skylint.Cli.Commands;

/// <summary><c>skylint explain</c>: says what a rule is about.</summary>
internal sealed class ExplainCommand : Command
{
    public ExplainCommand(Host host)
        : base("explain", "Says what a rule is about, why it matters and what fixes it.")
    {
        var name = new Argument<string>("rule") { Description = "The identifier of the rule, such as SKY1001, or its key." };
        Add(name);
        SetAction(parsed =>
        {
            Explanation.Write(host.Tools.RuleNamed(parsed.GetRequiredValue(name)), host);
            return ExitCode.Success;
        });
    }
}
