using System.Data.Common;
using Npgsql;
using OrdersService.Api;
using OrdersService.Aws;
using OrdersService.Ledger;
using OrdersService.Orders;
using OrdersService.Partner;
using OrdersService.Shipping;
using OrdersService.Worker;

namespace OrdersService;

/// <summary>Puts the service together. One program plays all roles, or the one that <c>Orders:Roles</c> names.</summary>
public static class OrdersHost
{
    /// <summary>The service, ready to run.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="replace">Replaces services, such as clients and databases in a test; null for none.</param>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        var options = builder.Configuration.GetSection("Orders").Get<OrdersOptions>() ?? new OrdersOptions();
        builder.Services.Configure<OrdersOptions>(builder.Configuration.GetSection("Orders"));
        builder.AddTelemetry(options);
        builder.Services.AddAwsClients(builder.Environment, builder.Configuration);
        builder.Services.AddSingleton(NpgsqlDataSource.Create(builder.Configuration.GetConnectionString("Ledger") ?? "Host=localhost"));
        builder.Services.AddSingleton<DbDataSource>(provider => provider.GetRequiredService<NpgsqlDataSource>());
        builder.Services.AddSingleton<OrderStore>();
        builder.Services.AddSingleton<DocumentArchive>();
        builder.Services.AddSingleton<OrderQueue>();
        builder.Services.AddSingleton<OrderAnnouncements>();
        builder.Services.AddSingleton<LedgerRepository>();
        builder.Services.AddSingleton<LedgerReports>();
        builder.Services.AddSingleton<PartnerExport>();
        builder.Services.AddSingleton<Dispatcher>();
        builder.Services.AddObservedOrderService<OrderService>(ServiceLifetime.Singleton);
        builder.Services.AddObservedLedger<OrderLedger>(ServiceLifetime.Singleton);
        if (options.Plays("ledger"))
            builder.Services.AddHostedService<OrderWorker>();
        if (options.Plays("shipping"))
            builder.Services.AddHostedService<ShippingWorker>();
        if (options.Plays("mail"))
            builder.Services.AddHostedService<MailWorker>();
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        app.MapGet("/health", () => "ok");
        if (options.Plays("api"))
        {
            app.MapOrders();
            app.MapReports();
        }

        return app;
    }
}
