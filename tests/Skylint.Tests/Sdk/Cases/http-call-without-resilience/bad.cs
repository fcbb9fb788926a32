using Microsoft.Extensions.DependencyInjection;

namespace Cases.HttpCallWithoutResilience;

public static class Bad
{
    public static void AddPrices(IServiceCollection services)
    {
        services.AddHttpClient("prices", client => client.BaseAddress = new Uri("https://prices.example.com"));
    }
}
