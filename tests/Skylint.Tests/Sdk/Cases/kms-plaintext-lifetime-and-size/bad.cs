using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;

namespace Cases.KmsPlaintextLifetimeAndSize;

public static class Bad
{
    public static Task Seal(IAmazonKeyManagementService kms, string key)
    {
        var block = System.Security.Cryptography.RandomNumberGenerator.GetBytes(65536);
        return kms.EncryptAsync(new EncryptRequest { KeyId = key, Plaintext = new MemoryStream(block) });
    }
}
