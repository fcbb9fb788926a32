using System.IO;
using System.Threading.Tasks;
using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;

namespace Cases.HardcodedCryptoKey;

public static class Good
{
    public static async Task<byte[]> Sign(IAmazonKeyManagementService kms, byte[] message)
    {
        var response = await kms.GenerateMacAsync(new GenerateMacRequest { KeyId = "alias/orders-webhook", MacAlgorithm = MacAlgorithmSpec.HMAC_SHA_256, Message = new MemoryStream(message) });
        return response.Mac.ToArray();
    }
}
