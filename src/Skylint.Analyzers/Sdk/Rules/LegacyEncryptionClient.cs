using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>The first encryption client for S3, whose format has known holes.</summary>
internal sealed class LegacyEncryptionClient : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2078",
        Key = "s3-encryption-client-legacy",
        Title = "First version of the S3 encryption client",
        Message = "'AmazonS3EncryptionClient' writes a format with known holes; write with a newer client of 'Amazon.Extensions.S3.Encryption', which can read what is there",
        Why = "Its format does not protect the encrypted key and allows modes without authentication, so that somebody who may write to the bucket can change objects or find out what is in them. It is in maintenance mode, and gone in version 4 of the SDK.",
        Category = Category.Security,
        Level = Level.Warning,
        NoFix = "The new client comes in a package of its own, and its readers have to be rolled out before its writers.",
        References = new() { Cwe = ["CWE-327"], Links = ["https://docs.aws.amazon.com/sdk-for-net/v3/developer-guide/kms-keys-s3-encryption.html"] },
    };

    public override void Subscribe(SdkSubscriptions to) => to.OnCreationOf("AmazonS3EncryptionClient", (run, context, creation) =>
    {
        if (AwsSdk.IsNamed(creation.Type, "Amazon.S3.Encryption", "AmazonS3EncryptionClient") || AwsSdk.IsNamed(creation.Type, "Amazon.Extensions.S3.Encryption", "AmazonS3EncryptionClient"))
            SdkRun.Report(context, Rule, creation.NameLocation());
    });
}
