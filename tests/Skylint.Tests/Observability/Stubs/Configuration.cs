// A second assembly of the framework with a class of this name: nobody can look the class up by its name alone.
namespace Microsoft.Extensions.Logging
{
    public static class LoggingBuilderExtensions
    {
        public static ILoggingBuilder AddConfiguration(this ILoggingBuilder builder) => builder;
    }
}
