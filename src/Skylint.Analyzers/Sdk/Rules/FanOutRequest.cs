using Microsoft.CodeAnalysis;

namespace Skylint.Sdk.Rules;

/// <summary>A request that is sent for each item.</summary>
/// <param name="Name">The operation, as its service calls it.</param>
/// <param name="Path">The bodies between the tasks and the request, where something might hold it back.</param>
internal sealed record FanOutRequest(string Name, IReadOnlyList<IOperation> Path);
