using Amazon.RDS;
using Amazon.RDS.Model;

namespace Cases.RuntimeResourceUnencrypted;

public static class Bad
{
    public static Task Create(IAmazonRDS rds, string tenant) => rds.CreateDBInstanceAsync(new CreateDBInstanceRequest
    {
        DBInstanceIdentifier = tenant,
        StorageEncrypted = false,
        Tags = [new Tag { Key = "tenant", Value = tenant }],
    });
}
