using Amazon.CDK.AWS.CertificateManager;
using Amazon.CDK.AWS.CloudFront;
using Amazon.CDK.AWS.CloudFront.Origins;
using Constructs;

namespace Cases.CloudFrontDistributionHttpsViewerNoOutdatedSSL;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new Distribution(scope, "Subject", new DistributionProps
        {
            DefaultBehavior = new BehaviorOptions { Origin = new HttpOrigin("orders.example.com"), ViewerProtocolPolicy = ViewerProtocolPolicy.REDIRECT_TO_HTTPS },
            DomainNames = new[] { "shop.example.com" },
            Certificate = Certificate.FromCertificateArn(scope, "Certificate", "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"),
            MinimumProtocolVersion = SecurityPolicyProtocol.TLS_V1,
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnDistribution(scope, "Subject", new CfnDistributionProps
        {
            DistributionConfig = new CfnDistribution.DistributionConfigProperty
            {
                Enabled = true,
                DefaultCacheBehavior = new CfnDistribution.DefaultCacheBehaviorProperty { TargetOriginId = "orders", ViewerProtocolPolicy = "redirect-to-https" },
                Origins = new[]
                {
                    new CfnDistribution.OriginProperty
                    {
                        Id = "orders",
                        DomainName = "orders.example.com",
                        CustomOriginConfig = new CfnDistribution.CustomOriginConfigProperty { OriginProtocolPolicy = "https-only", OriginSslProtocols = new[] { "TLSv1.2" } },
                    },
                },
                ViewerCertificate = new CfnDistribution.ViewerCertificateProperty { AcmCertificateArn = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012", SslSupportMethod = "sni-only", MinimumProtocolVersion = "TLSv1" },
            },
        });
    }
}
