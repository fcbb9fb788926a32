using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;

namespace Cases.CloudwatchNamespaceAws;

public static class Good
{
    public static Task Count(IAmazonCloudWatch cloudWatch, MetricDatum orders) => cloudWatch.PutMetricDataAsync(new PutMetricDataRequest { Namespace = "Shop/Orders", MetricData = [orders] });
}
