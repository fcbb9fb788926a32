using Amazon;

namespace Cases.SdkResponseLogging;

public static class Good
{
    public static void Configure() => AWSConfigs.LoggingConfig.LogResponses = ResponseLoggingOption.OnError;
}
