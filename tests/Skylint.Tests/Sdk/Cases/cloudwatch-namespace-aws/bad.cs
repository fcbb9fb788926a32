using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;

namespace Cases.CloudwatchNamespaceAws;

public static class Bad
{
    public static Task Count(IAmazonCloudWatch cloudWatch, MetricDatum orders) => cloudWatch.PutMetricDataAsync(new PutMetricDataRequest { Namespace = "AWS/Orders", MetricData = [orders] });
}
