using Amazon.CDK;
using Amazon.CDK.AWS.CloudFront;
using Amazon.CDK.AWS.CloudFront.Origins;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace OrdersInfra.Stacks;

/// <summary>The shop window: a site behind CloudFront, and the pictures of the catalogue.</summary>
public sealed class FrontendStack : Stack
{
    public FrontendStack(Construct scope, string id)
        : base(scope, id)
    {
        var site = PrivateBucket("Site");
        var pictures = new Bucket(this, "Pictures", new BucketProps
        {
            Encryption = BucketEncryption.S3_MANAGED,
            BlockPublicAccess = BlockPublicAccess.BLOCK_ACLS,
            EnforceSSL = true,
        });
        pictures.GrantPublicAccess();

        var shared = Bucket.FromBucketName(this, "SharedAssets", "shared-assets-of-the-company");

        _ = new Distribution(this, "Distribution", new DistributionProps
        {
            DefaultRootObject = "index.html",
            MinimumProtocolVersion = SecurityPolicyProtocol.TLS_V1_2_2021,
            DefaultBehavior = new BehaviorOptions
            {
                Origin = S3BucketOrigin.WithOriginAccessControl(site),
                ViewerProtocolPolicy = ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
            },
            AdditionalBehaviors = new Dictionary<string, IBehaviorOptions>
            {
                ["/shared/*"] = new BehaviorOptions { Origin = S3BucketOrigin.WithOriginAccessControl(shared), ViewerProtocolPolicy = ViewerProtocolPolicy.HTTPS_ONLY },
            },
        });

        _ = new Distribution(this, "PicturesDistribution", new DistributionProps
        {
            DefaultBehavior = new BehaviorOptions
            {
                Origin = S3BucketOrigin.WithOriginAccessControl(pictures),
                CachePolicy = CachePolicy.CACHING_OPTIMIZED,
            },
        });
    }

    private Bucket PrivateBucket(string id)
    {
        var props = new BucketProps { Encryption = BucketEncryption.S3_MANAGED, BlockPublicAccess = BlockPublicAccess.BLOCK_ALL, Versioned = true };
        props.EnforceSSL = true;
        var bucket = new Bucket(this, id, props);
        bucket.AddLifecycleRule(new LifecycleRule { AbortIncompleteMultipartUploadAfter = Duration.Days(7) });
        return bucket;
    }
}
