using System;
using System.Net.Http;

namespace Microsoft.Extensions.DependencyInjection
{
    public interface IHttpClientBuilder
    {
        IServiceCollection Services { get; }
    }

    public interface IHttpStandardResiliencePipelineBuilder
    {
    }

    public static class HttpClientFactoryServiceCollectionExtensions
    {
        public static IServiceCollection AddHttpClient(this IServiceCollection services) => services;

        public static IHttpClientBuilder AddHttpClient(this IServiceCollection services, string name) => null;

        public static IHttpClientBuilder AddHttpClient(this IServiceCollection services, string name, Action<HttpClient> configure) => null;

        public static IHttpClientBuilder AddHttpClient<TClient>(this IServiceCollection services)
            where TClient : class => null;

        public static IServiceCollection ConfigureHttpClientDefaults(this IServiceCollection services, Action<IHttpClientBuilder> configure) => services;
    }

    public static class HttpClientBuilderExtensions
    {
        public static IHttpClientBuilder ConfigureHttpClient(this IHttpClientBuilder builder, Action<HttpClient> configure) => builder;

        public static IHttpClientBuilder AddHttpMessageHandler<THandler>(this IHttpClientBuilder builder)
            where THandler : DelegatingHandler => builder;

        public static IHttpClientBuilder AddPolicyHandler(this IHttpClientBuilder builder, Polly.AsyncPolicy policy) => builder;
    }

    public static class ResilienceHttpClientBuilderExtensions
    {
        public static IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(this IHttpClientBuilder builder) => null;
    }
}
