using Amazon.RDS;
using Amazon.RDS.Model;

namespace Cases.RdsPublicOrUnencrypted;

public static class Bad
{
    public static Task Create(IAmazonRDS rds, List<Tag> tags) => rds.CreateDBInstanceAsync(new CreateDBInstanceRequest
    {
        DBInstanceIdentifier = "orders",
        PubliclyAccessible = true,
        StorageEncrypted = true,
        Tags = tags,
    });
}
