namespace Microsoft.Extensions.DependencyInjection
{
    public interface IServiceCollection
    {
    }

    public static class ServiceCollectionServiceExtensions
    {
        public static IServiceCollection AddTransient<TService, TImplementation>(this IServiceCollection services)
            where TService : class
            where TImplementation : class, TService => services;

        public static IServiceCollection AddScoped<TService, TImplementation>(this IServiceCollection services)
            where TService : class
            where TImplementation : class, TService => services;

        public static IServiceCollection AddScoped<TService>(this IServiceCollection services, System.Func<System.IServiceProvider, TService> factory)
            where TService : class => services;

        public static IServiceCollection AddSingleton<TService>(this IServiceCollection services, TService instance)
            where TService : class => services;

        public static IServiceCollection AddSingleton<TService>(this IServiceCollection services, System.Func<System.IServiceProvider, TService> factory)
            where TService : class => services;

        public static IServiceCollection AddSingleton<TService, TImplementation>(this IServiceCollection services)
            where TService : class
            where TImplementation : class, TService => services;
    }
}

namespace Microsoft.Extensions.Hosting
{
    public interface IHostedService
    {
    }

    public abstract class BackgroundService : IHostedService
    {
        protected abstract System.Threading.Tasks.Task ExecuteAsync(System.Threading.CancellationToken stoppingToken);
    }
}

namespace Amazon.Extensions.NETCore.Setup
{
    using Microsoft.Extensions.DependencyInjection;

    public class AWSOptions
    {
        public string Profile { get; set; }
    }

    public static class ServiceCollectionExtensions
    {
        public static IServiceCollection AddAWSService<TService>(this IServiceCollection services)
            where TService : Amazon.Runtime.IAmazonService => services;
    }
}
