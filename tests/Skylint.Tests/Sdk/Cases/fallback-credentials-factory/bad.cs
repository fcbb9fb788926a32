using Amazon.Runtime;

namespace Cases.FallbackCredentials;

public static class Bad
{
    public static AWSCredentials Find() => FallbackCredentialsFactory.GetCredentials();
}
