using Npgsql;
using OrdersService;
using OrdersService.Api;
using OrdersService.Aws;
using OrdersService.Ledger;
using OrdersService.Orders;
using OrdersService.Partner;
using OrdersService.Worker;

var builder = WebApplication.CreateBuilder(args);
builder.Services.Configure<OrdersOptions>(builder.Configuration.GetSection("Orders"));
builder.Services.AddAwsClients(builder.Environment);
builder.Services.AddSingleton(NpgsqlDataSource.Create(builder.Configuration.GetConnectionString("Ledger") ?? "Host=localhost"));
builder.Services.AddSingleton<OrderStore>();
builder.Services.AddSingleton<DocumentArchive>();
builder.Services.AddSingleton<OrderQueue>();
builder.Services.AddSingleton<LedgerRepository>();
builder.Services.AddSingleton<LedgerReports>();
builder.Services.AddSingleton<PartnerExport>();
builder.Services.AddHostedService<OrderWorker>();
builder.Services.AddHostedService<MailWorker>();

var app = builder.Build();
app.MapOrders();
app.MapReports();
app.Run();
