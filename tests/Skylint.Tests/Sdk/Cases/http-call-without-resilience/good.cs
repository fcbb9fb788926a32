using Microsoft.Extensions.DependencyInjection;

namespace Cases.HttpCallWithoutResilience;

public static class Good
{
    public static void AddPrices(IServiceCollection services)
    {
        services.AddHttpClient("prices", client => client.BaseAddress = new Uri("https://prices.example.com")).AddStandardResilienceHandler();
    }
}
