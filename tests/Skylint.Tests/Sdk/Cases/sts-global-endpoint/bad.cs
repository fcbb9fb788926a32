using Amazon.SecurityToken;

namespace Cases.StsGlobalEndpoint;

public static class Bad
{
    public static IAmazonSecurityTokenService Connect() =>
        new AmazonSecurityTokenServiceClient(new AmazonSecurityTokenServiceConfig { ServiceURL = "https://sts.amazonaws.com" });
}
