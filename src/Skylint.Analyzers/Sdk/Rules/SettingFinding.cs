namespace Skylint.Sdk.Rules;

/// <summary>What is wrong with an assignment.</summary>
/// <param name="Fix"><see cref="SettingRule.Remove"/>, the expression that the property should be given, or null when no fix is safe.</param>
/// <param name="Arguments">The arguments of the rule's message.</param>
internal sealed record SettingFinding(string? Fix, params object?[] Arguments);
