using Amazon.Extensions.S3.Encryption;
using Amazon.S3;

namespace Cases.S3EncryptionClientLegacy;

public static class Good
{
    public static IAmazonS3 Client(AmazonS3CryptoConfigurationV2 configuration, EncryptionMaterialsV2 materials) => new AmazonS3EncryptionClientV2(configuration, materials);
}
