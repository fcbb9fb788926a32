using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;

namespace Cases.KmsPlaintextLifetimeAndSize;

public static class Good
{
    public static Task Seal(IAmazonKeyManagementService kms, string key)
    {
        var secret = System.Security.Cryptography.RandomNumberGenerator.GetBytes(32);
        return kms.EncryptAsync(new EncryptRequest { KeyId = key, Plaintext = new MemoryStream(secret) });
    }
}
