using Amazon;

namespace Cases.SdkResponseLogging;

public static class Bad
{
    public static void Configure() => AWSConfigs.LoggingConfig.LogResponses = ResponseLoggingOption.Always;
}
