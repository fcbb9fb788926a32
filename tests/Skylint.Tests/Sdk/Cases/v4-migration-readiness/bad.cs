using Amazon.S3.Model;

namespace Cases.V4MigrationReadiness;

public static class Bad
{
    public static GetObjectRequest Since(string key, DateTime date) => new() { BucketName = "orders", Key = key, ModifiedSinceDateUtc = date };
}
