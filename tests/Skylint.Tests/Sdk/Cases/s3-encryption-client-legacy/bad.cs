using Amazon.Extensions.S3.Encryption;
using Amazon.S3;

namespace Cases.S3EncryptionClientLegacy;

public static class Bad
{
    public static IAmazonS3 Client(EncryptionMaterials materials) => new AmazonS3EncryptionClient(materials);
}
