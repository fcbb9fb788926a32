using System.Security.Cryptography;

namespace Cases.PrivateKeyInText;

public static class Good
{
    public static ECDsa Create(string pem)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return key;
    }
}
