using Skylint.Catalog;

namespace Skylint.Sdk.Rules;

/// <summary>The first version of the operation that lists objects.</summary>
internal sealed class S3ListV1 : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2048",
        Key = "s3-list-v1",
        Title = "Objects are listed with the first version of the operation",
        Message = "'ListObjects' is kept for old programs only; use 'ListObjectsV2'",
        Why = "AWS recommends the second version for everything new. The first one continues by key instead of by token, gives no next marker without a delimiter, so that hand-written loops stop early, and fetches the owner of each object whether wanted or not.",
        Category = Category.Performance,
        Level = Level.Info,
        FixSummary = "Uses ListObjectsV2, where the request and the response have only what both versions share.",
        References = new() { Links = ["https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjects.html"] },
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnOperation(["ListObjects"], (run, context, call) =>
    {
        // Stores that are compatible with S3 do not all know the second version.
        if (call.Service == "S3" && !run.SourceMentions("ServiceURL"))
            SdkRun.Report(context, Rule, call.NameLocation);
    });
}
