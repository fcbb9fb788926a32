using Microsoft.CodeAnalysis.Operations;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>Reads <c>Environment.SetEnvironmentVariable</c> with constant arguments: the SDK takes part of its settings from there.</summary>
internal static class EnvironmentSetting
{
    public static (string? Name, string? Value) Of(IInvocationOperation call)
    {
        if (call.TargetMethod is not { Name: "SetEnvironmentVariable", ContainingType: { Name: "Environment", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } || call.Arguments.Length < 2)
            return default;
        return (call.Arguments[0].Value.Text(), call.Arguments[1].Value.Text());
    }
}
