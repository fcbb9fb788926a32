using Microsoft.CodeAnalysis;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>An upload in parts that nobody cleans up when it fails.</summary>
internal sealed class MultipartNotAborted : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2051",
        Key = "s3-multipart-not-aborted",
        Title = "Multipart upload is never aborted",
        Message = "When a part fails, the parts that were sent stay in the bucket and are paid for; call 'AbortMultipartUpload' in the error path, or leave it all to 'TransferUtility'",
        Why = "Parts of an unfinished upload are in no listing of objects, and are billed like objects until somebody aborts the upload or a lifecycle rule does.",
        Category = Category.Cost,
        Level = Level.Info,
        NoFix = "Where the error path is, and whether the upload is to be resumed, only the author knows.",
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnOperation(["InitiateMultipartUpload"], (run, context, call) =>
    {
        if (call.Service != "S3" || run.SourceMentions("AbortMultipartUpload") || run.SourceMentions("AbortIncompleteMultipartUpload"))
            return;
        // Whoever gets the upload's id back may abort it.
        if (!call.Result.Escapes)
            SdkRun.Report(context, Rule, call.NameLocation);
    });
}
