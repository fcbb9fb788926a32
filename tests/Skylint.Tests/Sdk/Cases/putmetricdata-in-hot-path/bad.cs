using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Lambda.Core;

namespace Cases.PutmetricdataInHotPath;

public sealed class Bad(IAmazonCloudWatch cloudWatch)
{
    public Task Handle(MetricDatum order, ILambdaContext context) =>
        cloudWatch.PutMetricDataAsync(new PutMetricDataRequest { Namespace = "Shop", MetricData = [order] });
}
