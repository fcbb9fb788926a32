namespace Skylint.Cli.Fixing;

/// <summary>A code fix threw: a fault of ours that must not keep the others from being applied.</summary>
internal sealed class FixFailedException(Exception cause) : Exception($"{cause.GetType().Name}: {cause.Message}", cause);
