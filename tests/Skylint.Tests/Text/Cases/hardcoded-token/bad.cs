using System.Net.Http;
using System.Net.Http.Headers;

namespace Cases.HardcodedToken;

public static class Bad
{
    public static void Authenticate(HttpClient client) =>
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "7f3c9a" + "Qx8Lm2Vt5Zk1");
}
