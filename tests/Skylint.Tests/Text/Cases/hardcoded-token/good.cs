using System.Net.Http;
using System.Net.Http.Headers;

namespace Cases.HardcodedToken;

public static class Good
{
    public static void Authenticate(HttpClient client, string token) =>
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
}
