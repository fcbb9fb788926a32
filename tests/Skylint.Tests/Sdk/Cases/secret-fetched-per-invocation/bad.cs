using Amazon.Lambda.Core;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace Cases.SecretFetchedPerInvocation;

public static class Bad
{
    public static async Task<string> Handle(IAmazonSecretsManager secrets, ILambdaContext context)
    {
        var secret = await secrets.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "payments" });
        return Sign(secret.SecretString);
    }

    private static string Sign(string key) => key.Length.ToString();
}
