using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A question about an object that downloads it, or one about a bucket that is asked in the old way.</summary>
internal sealed class S3Existence : SdkRule
{
    private static readonly HashSet<string> s_metadata = new(StringComparer.Ordinal)
    {
        "HttpStatusCode", "ContentLength", "ContentRange", "ETag", "LastModified", "Metadata", "Headers", "VersionId", "Expiration", "StorageClass", "ServerSideEncryptionMethod", "DeleteMarker", "ResponseMetadata", "ReplicationStatus", "PartsCount",
    };

    public override Rule Rule { get; } = new()
    {
        Id = "SKY2049",
        Key = "s3-existence-anti-pattern",
        Title = "Existence is asked for in a wasteful way",
        Message = "{0}",
        Why = "Getting an object opens its body: the service starts to send it, the connection is held until the response is disposed of, and the transfer is paid. Asking for the metadata answers the same question with a header.",
        Category = Category.Performance,
        Level = Level.Info,
        FixSummary = "Asks for the metadata, or uses the second version of the bucket helper.",
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to)
    {
        to.OnOperation(["GetObject"], (run, context, call) =>
        {
            if (call.Service != "S3")
                return;
            var use = call.Result;
            if (use.Escapes || (call.IsAsync && !use.IsAwaited) || use.IsAnyRead(m => !s_metadata.Contains(m) && m != "Dispose"))
                return;
            if (call.Request(run.Sdk) is { } request && (call.Facts(run.Sdk) is not { } facts || facts.IsMentioned("ByteRange")))
                return;
            SdkRun.Report(context, Rule, call.NameLocation, "The body of the object is never read; ask for it with 'GetObjectMetadata', which sends no body");
        });
        foreach (var helper in new[] { "DoesS3BucketExist", "DoesS3BucketExistAsync" })
        {
            to.OnInvocation(helper, (run, context, call) =>
            {
                if (call.TargetMethod.ContainingType.Name == "AmazonS3Util" && AwsSdk.IsAmazon(call.TargetMethod.ContainingType))
                    SdkRun.Report(context, Rule, call.NameLocation(), "This helper asks without TLS and is gone in version 4; use the one with 'V2' in its name");
            });
        }
    }
}
