using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;

namespace OrdersService.Orders;

/// <summary>The documents of orders in S3.</summary>
public sealed class DocumentArchive(IAmazonS3 s3, IOptions<OrdersOptions> options)
{
    private string Bucket => options.Value.DocumentBucket;

    public Task StoreAsync(Guid orderId, string name, string content, CancellationToken cancellation) =>
        s3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = $"{orderId}/{name}", ContentBody = content }, cancellation);

    public async Task<string> ReadAsync(Guid orderId, string name, CancellationToken cancellation)
    {
        using var response = await s3.GetObjectAsync(Bucket, $"{orderId}/{name}", cancellation);
        using var reader = new StreamReader(response.ResponseStream);
        return await reader.ReadToEndAsync(cancellation);
    }

    public async Task<long> SizeAsync(Guid orderId, string name, CancellationToken cancellation)
    {
        var response = await s3.GetObjectAsync(Bucket, $"{orderId}/{name}", cancellation);
        return response.ContentLength;
    }

    public async Task<IReadOnlyList<string>> NamesAsync(Guid orderId, CancellationToken cancellation)
    {
        var names = new List<string>();
        await foreach (var found in s3.Paginators.ListObjectsV2(new ListObjectsV2Request { BucketName = Bucket, Prefix = $"{orderId}/" }).S3Objects.WithCancellation(cancellation))
            names.Add(found.Key);
        return names;
    }

    public async Task<IReadOnlyList<string>> RecentAsync(CancellationToken cancellation)
    {
        var page = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, Prefix = "recent/" }, cancellation);
        var names = new List<string>();
        foreach (var found in page.S3Objects)
            names.Add(found.Key);
        return names;
    }

    public async Task<bool> HasAnyAsync(Guid orderId, CancellationToken cancellation)
    {
        var page = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, Prefix = $"{orderId}/", MaxKeys = 1 }, cancellation);
        return page.S3Objects is { Count: > 0 };
    }

    public Task<string> LinkAsync(Guid orderId, string name) =>
        s3.GetPreSignedURLAsync(new GetPreSignedUrlRequest { BucketName = Bucket, Key = $"{orderId}/{name}", Verb = HttpVerb.GET, Expires = DateTime.UtcNow.AddMinutes(15) });

    public Task<string> ShareAsync(Guid orderId, string name) =>
        s3.GetPreSignedURLAsync(new GetPreSignedUrlRequest { BucketName = Bucket, Key = $"{orderId}/{name}", Verb = HttpVerb.GET, Expires = DateTime.UtcNow.AddDays(30) });

    public Task PublishTermsAsync(string terms, CancellationToken cancellation) =>
        s3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "public/terms.txt", ContentBody = terms, CannedACL = S3CannedACL.PublicRead }, cancellation);
}
