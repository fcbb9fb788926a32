using Amazon.CDK.AWS.CloudFront;
using Amazon.CDK.AWS.CloudFront.Origins;
using Constructs;

namespace Cases.CloudFrontViewerHttps;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new Distribution(scope, "Subject", new DistributionProps
        {
            DefaultBehavior = new BehaviorOptions
            {
                Origin = new HttpOrigin("orders.example.com"),
            },
        });
    }
}
