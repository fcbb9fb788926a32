using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Sdk;

/// <summary>Rules about what is asked of a service, and where.</summary>
public sealed class ServiceUseTests
{
    private const string Handler = "async Task Handle(string q, ILambdaContext context) { ";

    [Theory]
    [InlineData("SKY2017", "var r = await ddb.[|QueryAsync|](new QueryRequest { TableName = queue, Select = Select.COUNT }); var total = r.Count.GetValueOrDefault(); Console.WriteLine(r.Count);")]
    [InlineData("SKY2017", "var r = await ddb.QueryAsync(new QueryRequest { TableName = queue, Select = Select.COUNT, Limit = 10 }); Console.WriteLine(r.Count);")]
    [InlineData("SKY2017", "var q = new QueryRequest { Select = Select.COUNT }; QueryResponse r; var n = 0; do { r = await ddb.QueryAsync(q); n += r.Count ?? 0; q.ExclusiveStartKey = r.LastEvaluatedKey; } while (r.LastEvaluatedKey is { Count: > 0 });")]
    [InlineData("SKY2017", "var r = await ddb.QueryAsync(new QueryRequest { TableName = queue }); Console.WriteLine(r.Count);")]
    [InlineData("SKY2023", "var c = [|new DynamoDBContext|](ddb, new DynamoDBContextConfig { ConsistentRead = true });")]
    [InlineData("SKY2023", "var c = new DynamoDBContext(ddb, new DynamoDBContextConfig { DisableFetchingTableMetadata = true });")]
    [InlineData("SKY2023", "var c = new DynamoDBContextBuilder().WithDynamoDBClient(() => ddb).Build();")]
    [InlineData("SKY2026", "var r = new GetPreSignedUrlRequest { [|Expires = DateTime.Now.AddHours(13)|] };")]
    [InlineData("SKY2026", "var r = new GetPreSignedUrlRequest(); [|r.Expires = DateTime.UtcNow + TimeSpan.FromDays(8)|];")]
    [InlineData("SKY2026", "var r = new GetPreSignedUrlRequest { [|Expires = DateTime.UtcNow.Add(TimeSpan.FromDays(1))|] };")]
    [InlineData("SKY2026", "var r = new GetPreSignedUrlRequest { Expires = DateTime.UtcNow.AddMinutes(15) };")]
    [InlineData("SKY2026", "var r = new GetPreSignedUrlRequest { Expires = DateTime.UtcNow.AddHours(queue.Length) };")]
    [InlineData("SKY2026", "var r = new GetPreSignedUrlRequest { Expires = DateTime.UtcNow.AddHours(12) };")]
    [InlineData("SKY2026", "var r = new PutObjectRequest(); r.Headers.Expires = DateTime.UtcNow.AddDays(365);")]
    [InlineData("SKY2027", "var r = new GetPreSignedUrlRequest { [|Expires = new DateTime(2030, 1, 1)|] };")]
    [InlineData("SKY2027", "var r = new GetPreSignedUrlRequest { [|Expires = DateTime.Parse(queue).AddHours(1)|] };")]
    // Local time knows that it is local and is converted.
    [InlineData("SKY2027", "var r = new GetPreSignedUrlRequest { Expires = DateTime.Now.AddMinutes(5) };")]
    [InlineData("SKY2027", "var r = new GetPreSignedUrlRequest { Expires = new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc), Protocol = Protocol.HTTPS };")]
    [InlineData("SKY2027", "var c = new AmazonS3Config { ServiceURL = \"http://localhost:4566\" }; var r = new GetPreSignedUrlRequest { Protocol = Protocol.HTTP };")]
    [InlineData("SKY2029", "var r = new CreateTableRequest { TableName = queue }; await ddb.[|CreateTableAsync|](r);")]
    [InlineData("SKY2029", "var db = new AmazonDynamoDBClient(new AmazonDynamoDBConfig { MaxErrorRetry = 5 }); await db.[|CreateTableAsync|](new CreateTableRequest());")]
    [InlineData("SKY2029", "var db = new AmazonDynamoDBClient(new AmazonDynamoDBConfig { ServiceURL = \"http://localhost:8000\" }); await db.CreateTableAsync(new CreateTableRequest());")]
    [InlineData("SKY2029", "var config = new AmazonDynamoDBConfig(); config.ServiceURL = queue; using var db = new AmazonDynamoDBClient(config); await db.CreateTableAsync(new CreateTableRequest());")]
    [InlineData("SKY2029", "var r = new CreateTableRequest { TableName = queue }; r.Tags = []; await ddb.CreateTableAsync(r);")]
    [InlineData("SKY2029", "await sqs.CreateQueueAsync(new CreateQueueRequest()); await sqs.TagQueueAsync(new TagQueueRequest());")]
    [InlineData("SKY2029", "await ssm.PutParameterAsync(new PutParameterRequest { Overwrite = true });")]
    [InlineData("SKY2029", "await CreateWith(new CreateQueueRequest()); Task CreateWith(CreateQueueRequest r) => sqs.CreateQueueAsync(r);")]
    // Encrypted by default: leaving it out is no finding.
    [InlineData("SKY2028", "await ddb.CreateTableAsync(new CreateTableRequest { TableName = queue }); await sqs.CreateQueueAsync(queue); await s3.PutBucketAsync(queue);")]
    public Task Judges(string id, string body) => Verify.Analyzer(id, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    [InlineData("SKY2024", Handler + "var p = await ssm.[|GetParameterAsync|](new GetParameterRequest { Name = q }); Console.WriteLine(p.Parameter.Value); }")]
    [InlineData("SKY2024", "string? _p; " + Handler + "if (_p is null) _p = (await ssm.GetParameterAsync(new GetParameterRequest { Name = q })).Parameter.Value; }")]
    [InlineData("SKY2024", "string? _p; " + Handler + "_p = (await ssm.GetParameterAsync(new GetParameterRequest { Name = q })).Parameter.Value; }")]
    [InlineData("SKY2024", "async Task Load(string q) { var p = await ssm.GetParameterAsync(new GetParameterRequest { Name = q }); Console.WriteLine(p); }")]
    [InlineData("SKY2024", "class Api(IAmazonSimpleSystemsManagement ssm) : Microsoft.AspNetCore.Mvc.ControllerBase { public async Task<string> Get(string q) => (await ssm.[|GetParameterAsync|](new GetParameterRequest { Name = q })).Parameter.Value; }")]
    [InlineData("SKY2025", "class Api(IAmazonDynamoDB ddb) : Microsoft.AspNetCore.Mvc.ControllerBase { public Task<ScanResponse> Get(string q) => ddb.[|ScanAsync|](new ScanRequest(q)); }")]
    [InlineData("SKY2025", Handler + "await ddb.ScanAsync(new ScanRequest { TableName = q, Segment = 0, TotalSegments = 4 }); }")]
    [InlineData("SKY2025", "Task Export(string q) => ddb.ScanAsync(new ScanRequest(q));")]
    public Task Judges_handlers(string id, string members) => Verify.Analyzer(id, SdkCode.Members(members), SdkRefs.V4);

    [Theory]
    [InlineData("services.[|AddScoped<IAmazonSQS, AmazonSQSClient>|]();")]
    [InlineData("services.AddSingleton<IAmazonSQS, AmazonSQSClient>();")]
    [InlineData("services.AddScoped<IAmazonSQS>(p => new AmazonSQSClient(p.GetHashCode() > 0 ? RegionEndpoint.USEast1 : RegionEndpoint.EUWest1));")]
    [InlineData("services.AddTransient<IDisposable, MemoryStream>();")]
    public Task Judges_registrations(string statement) => Verify.Analyzer("SKY2030", $$"""
        using Amazon;
        using Amazon.SQS;
        using Microsoft.Extensions.DependencyInjection;

        static class C
        {
            static void Add(IServiceCollection services) { {{statement}} }
        }
        """, SdkRefs.V4);

    [Fact]
    public Task Fix_of_a_time_without_kind() => Verify.Fix("SKY2027",
        SdkCode.Body("var r = new GetPreSignedUrlRequest { [|Expires = new DateTime(2030, 1, 1)|] };"),
        SdkCode.Body("var r = new GetPreSignedUrlRequest { Expires = DateTime.SpecifyKind(new DateTime(2030, 1, 1), DateTimeKind.Utc) };"), SdkRefs.V4);
}
