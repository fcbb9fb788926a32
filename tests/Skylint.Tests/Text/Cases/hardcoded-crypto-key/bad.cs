using System.Security.Cryptography;
using System.Text;

namespace Cases.HardcodedCryptoKey;

public static class Bad
{
    public static byte[] Sign(byte[] message)
    {
        var key = Encoding.UTF8.GetBytes("orders-webhook-signing-key");
        using var hmac = new HMACSHA256(key);
        return hmac.ComputeHash(message);
    }
}
