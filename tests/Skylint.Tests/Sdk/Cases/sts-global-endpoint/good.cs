using Amazon.SecurityToken;

namespace Cases.StsGlobalEndpoint;

public static class Good
{
    public static IAmazonSecurityTokenService Connect() =>
        new AmazonSecurityTokenServiceClient(new AmazonSecurityTokenServiceConfig());
}
