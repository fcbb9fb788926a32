using Amazon.RDS;
using Amazon.RDS.Model;

namespace Cases.RuntimeResourceUnencrypted;

public static class Good
{
    public static Task Create(IAmazonRDS rds, string tenant) => rds.CreateDBInstanceAsync(new CreateDBInstanceRequest
    {
        DBInstanceIdentifier = tenant,
        StorageEncrypted = true,
        Tags = [new Tag { Key = "tenant", Value = tenant }],
    });
}
