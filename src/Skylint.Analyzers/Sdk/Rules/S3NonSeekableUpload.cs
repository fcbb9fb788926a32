using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A stream without a length, given to an operation that has to send the length first.</summary>
internal sealed class S3NonSeekableUpload : SettingRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2050",
        Key = "s3-nonseekable-upload",
        Title = "Stream of unknown length is uploaded in one piece",
        Message = "{0} has no length, and 'PutObject' throws before it sends anything; use 'TransferUtility', or set the length in 'Headers.ContentLength'",
        Why = "The length goes out before the body, and the checksum and every retry need to read the body again. A stream that cannot be rewound makes the call fail, at once or when the first attempt fails.",
        Category = Category.Reliability,
        Level = Level.Warning,
        NoFix = "Whether to upload in parts, to buffer or to say the length depends on how large the stream may become.",
    };

    protected override IReadOnlyList<string> Properties => ["InputStream"];

    protected override SettingFinding? Judge(SdkRun run, OperationAnalysisContext context, PropertySet set)
    {
        if (set.Owner?.Name != "PutObjectRequest" || StreamOf(set.Value) is not { } stream || SaysLength(run, set))
            return null;
        return new SettingFinding(null, stream);
    }

    private static string? StreamOf(IOperation value)
    {
        value = value.Unwrapped();
        if (value is ILocalReferenceOperation local && BodyIndex.Of(value).SingleValue(local.Local) is { } made)
            value = made.Unwrapped();
        switch (value)
        {
            case IObjectCreationOperation { Type: { Name: "GZipStream" or "DeflateStream" or "BrotliStream" or "ZLibStream" or "NetworkStream" or "CryptoStream" or "SslStream" } type }:
                return $"A '{type.Name}'";
            case IPropertyReferenceOperation { Property: { Name: "Body", ContainingType.Name: "HttpRequest" } }:
                return "The body of a request";
            // GetAsync buffers its content, so that only the stream of GetStreamAsync comes from the wire.
            case IAwaitOperation { Operation: var awaited } when awaited.Unwrapped() is IInvocationOperation { TargetMethod: { Name: "GetStreamAsync", ContainingType.Name: "HttpClient" } }:
                return "The stream of a download";
            default:
                return null;
        }
    }

    private static bool SaysLength(SdkRun run, PropertySet set)
    {
        var creation = set.Target.Instance switch
        {
            IInstanceReferenceOperation instance => instance.Ancestors().OfType<IObjectCreationOperation>().FirstOrDefault(),
            ILocalReferenceOperation local => BodyIndex.Of(local).SingleValue(local.Local) as IObjectCreationOperation,
            _ => null,
        };
        return creation is null || ObjectFacts.Of(creation, run.Sdk) is var facts && (facts.IsMentioned("Headers") || facts.IsOpen);
    }
}
