using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Sdk.Model;

/// <summary>Whether a client talks to an address of its own, such as a stand-in on this machine.</summary>
internal static class ClientEndpoint
{
    /// <summary>True when the client's configuration sets an address, false when it shows that there is none, null when nobody knows.</summary>
    public static bool? IsOwn(IObjectCreationOperation client, AwsSdk sdk)
    {
        bool? result = false;
        foreach (var argument in client.Arguments)
        {
            if (sdk.KindOf(argument.Value.Unwrapped().Type) != SdkKind.Config)
                continue;
            var facts = ObjectFacts.Of(argument.Value, sdk);
            if (facts?.IsMentioned("ServiceURL") == true)
                return true;
            if (facts is null || facts.IsOpen)
                result = null;
        }

        return result;
    }

    /// <summary>The same for the client of a call; null also when the body does not show how the client is made.</summary>
    public static bool? IsOwn(OperationCall call, AwsSdk sdk) =>
        call.Invocation.Instance?.Unwrapped() switch
        {
            IObjectCreationOperation client => IsOwn(client, sdk),
            ILocalReferenceOperation local when BodyIndex.Of(local).SingleValue(local.Local) is IObjectCreationOperation client => IsOwn(client, sdk),
            _ => null,
        };
}
