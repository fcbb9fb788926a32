using Microsoft.CodeAnalysis;

namespace Skylint.Cdk.Model;

/// <summary>A place where a variable is used in a way that matters to its value.</summary>
/// <param name="Reference">The reference.</param>
/// <param name="IsWrite">The variable gets another value.</param>
/// <param name="Changes">The object that it holds may get other members.</param>
internal sealed record Touch(IOperation Reference, bool IsWrite, bool Changes);
