using Npgsql;
using OrdersService.Ledger;
using OrdersService.Partner;

namespace OrdersService.Api;

/// <summary>What the back office calls.</summary>
public static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/reports");
        group.MapGet("/top/{year:int}", (int year, LedgerReports reports, CancellationToken cancellation) => reports.TopCustomersAsync(year, 10, cancellation));
        group.MapGet("/search", (string text, string sort, LedgerReports reports, CancellationToken cancellation) => reports.SearchAsync(text, sort, cancellation));
        group.MapGet("/balance/{customer}", (string customer, LedgerRepository ledger, CancellationToken cancellation) => ledger.BalanceAsync(customer, cancellation));
        group.MapPost("/export/{partner}", (string partner, PartnerExport export, CancellationToken cancellation) => export.ExportAsync(partner, cancellation));
        group.MapGet("/count", CountAsync);
    }

    private static async Task<IResult> CountAsync(string status, NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"select count(*) from entries where status = '{status}'");
        return Results.Ok(await command.ExecuteScalarAsync(cancellation));
    }
}
