using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace OrdersInfra.Shared;

/// <summary>A bucket as the platform team wants them: encrypted with our key, private, TLS only, tidied up.</summary>
public sealed class SecureBucket : Bucket
{
    public SecureBucket(Construct scope, string id, IKey key, int expireAfterDays = 365)
        : base(scope, id, new BucketProps
        {
            Encryption = BucketEncryption.KMS,
            EncryptionKey = key,
            BucketKeyEnabled = true,
            BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
            EnforceSSL = true,
            Versioned = true,
            LifecycleRules =
            [
                new LifecycleRule
                {
                    AbortIncompleteMultipartUploadAfter = Duration.Days(7),
                    Expiration = Duration.Days(expireAfterDays),
                    NoncurrentVersionExpiration = Duration.Days(30),
                },
            ],
        })
    {
    }
}
