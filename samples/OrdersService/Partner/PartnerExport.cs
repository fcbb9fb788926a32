using Amazon;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;

namespace OrdersService.Partner;

/// <summary>Copies what the partner ordered into the partner's bucket.</summary>
public sealed class PartnerExport(IAmazonDynamoDB dynamo, IOptions<OrdersOptions> options)
{
    private const string Bucket = "partner-inbox";

    public async Task ExportAsync(string partner, CancellationToken cancellation)
    {
        var rows = await RowsAsync(partner, cancellation);
        using var client = new AmazonS3Client(PartnerCredentials.Current, new AmazonS3Config { ServiceURL = "https://s3.eu-central-1.amazonaws.com", RegionEndpoint = RegionEndpoint.EUCentral1 });
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await client.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = $"{partner}.csv", ContentBody = string.Join('\n', rows) }, cancellation);
                return;
            }
            catch (AmazonServiceException) when (attempt < 5)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
            }
        }
    }

    public bool Exists(string partner)
    {
        using var client = new AmazonS3Client(PartnerCredentials.Current, RegionEndpoint.EUCentral1);
        try
        {
            return client.GetObjectMetadataAsync(Bucket, $"{partner}.csv").Result.ContentLength > 0;
        }
        catch (AmazonS3Exception e) when (e.Message.Contains("Not Found"))
        {
            return false;
        }
    }

    public async Task<int> PendingAsync(string partner, CancellationToken cancellation)
    {
        var response = await dynamo.ExecuteStatementAsync(new ExecuteStatementRequest
        {
            Statement = $"SELECT orderId FROM \"{options.Value.Table}\" WHERE partner = ? AND exported = ?",
            Parameters = [new AttributeValue(partner), new AttributeValue { BOOL = false }],
        }, cancellation);
        return response.Items?.Count ?? 0;
    }

    private async Task<IReadOnlyList<string>> RowsAsync(string partner, CancellationToken cancellation)
    {
        var rows = new List<string>();
        var request = new ExecuteStatementRequest { Statement = $"SELECT orderId, total FROM orders WHERE partner = '{partner}'" };
        do
        {
            var page = await dynamo.ExecuteStatementAsync(request, cancellation);
            rows.AddRange((page.Items ?? []).Select(item => $"{item["orderId"].S};{item["total"].N}"));
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);
        return rows;
    }
}
