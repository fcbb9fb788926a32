namespace Skylint.Cli.Commands;

/// <summary>Ends the command with one line for the person who typed it: what is wrong and what to do.</summary>
internal sealed class CommandException(string message) : Exception(message);
