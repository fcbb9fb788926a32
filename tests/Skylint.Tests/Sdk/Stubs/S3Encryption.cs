using Amazon.S3;

namespace Amazon.Extensions.S3.Encryption
{
    public class EncryptionMaterials
    {
    }

    public class EncryptionMaterialsV2
    {
    }

    public class AmazonS3CryptoConfigurationV2 : AmazonS3Config
    {
    }

    public class AmazonS3EncryptionClient : AmazonS3Client
    {
        public AmazonS3EncryptionClient(EncryptionMaterials materials)
        {
        }
    }

    public class AmazonS3EncryptionClientV2 : AmazonS3Client
    {
        public AmazonS3EncryptionClientV2(AmazonS3CryptoConfigurationV2 configuration, EncryptionMaterialsV2 materials)
        {
        }
    }
}
