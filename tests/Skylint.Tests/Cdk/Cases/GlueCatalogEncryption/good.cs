using Amazon.CDK.AWS.Glue;
using Constructs;

namespace Cases.GlueCatalogEncryption;

public static class Good
{
    public static void Build(Construct scope)
    {
        new CfnDataCatalogEncryptionSettings(scope, "Subject", new CfnDataCatalogEncryptionSettingsProps
        {
            CatalogId = "111122223333",
            DataCatalogEncryptionSettings = new CfnDataCatalogEncryptionSettings.DataCatalogEncryptionSettingsProperty
            {
                ConnectionPasswordEncryption = new CfnDataCatalogEncryptionSettings.ConnectionPasswordEncryptionProperty { ReturnConnectionPasswordEncrypted = true, KmsKeyId = "alias/catalog" },
                EncryptionAtRest = new CfnDataCatalogEncryptionSettings.EncryptionAtRestProperty { CatalogEncryptionMode = "SSE-KMS" },
            },
        });
    }
}
