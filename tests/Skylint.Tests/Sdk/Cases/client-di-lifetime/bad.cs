using Amazon.SQS;
using Microsoft.Extensions.DependencyInjection;

namespace Cases.ClientDiLifetime;

public static class Bad
{
    public static IServiceCollection AddMessaging(IServiceCollection services) => services.AddTransient<IAmazonSQS, AmazonSQSClient>();
}
