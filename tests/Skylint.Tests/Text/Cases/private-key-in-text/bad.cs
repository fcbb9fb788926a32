using System.Security.Cryptography;

namespace Cases.PrivateKeyInText;

public static class Bad
{
    private const string Key = "-----BEGIN " + "PRIVATE KEY-----\n"
        + "MIGHAgEApTyGJMuHbEL31IeL2HPcHyGcFRl1SPnXNYvMIHa/2o76umfXfKm/r5kJ\n"
        + "P1VrT+1FJors/6ILi8IHn5kxsC7tVO/HbkQfyy/KV5zjR3j1twdTKWTddB+XhkAS\n"
        + "-----END " + "PRIVATE KEY-----";

    public static ECDsa Create()
    {
        var key = ECDsa.Create();
        key.ImportFromPem(Key);
        return key;
    }
}
