using Amazon.Lambda.Core;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace Cases.SecretFetchedPerInvocation;

public static class Good
{
    private static string? _secret;

    public static async Task<string> Handle(IAmazonSecretsManager secrets, ILambdaContext context)
    {
        _secret ??= (await secrets.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "payments" })).SecretString;
        return Sign(_secret);
    }

    private static string Sign(string key) => key.Length.ToString();
}
