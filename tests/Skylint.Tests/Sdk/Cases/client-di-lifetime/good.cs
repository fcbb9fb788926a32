using Amazon.SQS;
using Microsoft.Extensions.DependencyInjection;

namespace Cases.ClientDiLifetime;

public static class Good
{
    public static IServiceCollection AddMessaging(IServiceCollection services) => services.AddSingleton<IAmazonSQS, AmazonSQSClient>();
}
