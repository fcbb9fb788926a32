using Amazon.CDK;
using Amazon.CDK.AWS.Route53;
using Constructs;

namespace Cases.Route53FailoverTtl;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var zone = HostedZone.FromHostedZoneAttributes(scope, "Zone", new HostedZoneAttributes { HostedZoneId = "Z0123456789ABCDEFGHIJ", ZoneName = "example.com" });
        new ARecord(scope, "Subject", new ARecordProps
        {
            Zone = zone,
            RecordName = "orders",
            Target = RecordTarget.FromIpAddresses("203.0.113.10"),
            Weight = 90,
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnRecordSet(scope, "Subject", new CfnRecordSetProps
        {
            HostedZoneId = "Z0123456789ABCDEFGHIJ",
            Name = "orders.example.com",
            Type = "A",
            ResourceRecords = new[] { "203.0.113.10" },
            SetIdentifier = "primary",
            Failover = "PRIMARY",
            Ttl = "300",
        });
    }
}
