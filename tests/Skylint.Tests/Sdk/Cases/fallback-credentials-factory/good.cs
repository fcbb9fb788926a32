using Amazon.Runtime;
using Amazon.Runtime.Credentials;

namespace Cases.FallbackCredentials;

public static class Good
{
    public static AWSCredentials Find() => DefaultAWSCredentialsIdentityResolver.GetCredentials();
}
