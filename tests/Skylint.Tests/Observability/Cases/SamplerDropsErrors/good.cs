using Microsoft.Extensions.Logging;

namespace Cases.SamplerDropsErrors;

public static class Good
{
    public static void Configure(ILoggingBuilder logging) => logging.AddRandomProbabilisticSampler(0.05, LogLevel.Information);
}
