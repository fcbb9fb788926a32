using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Sdk;

/// <summary>Rules that look at one setting or one call, beyond their cases.</summary>
public sealed class SmallRuleTests
{
    private const string Usings = """
        using Amazon.CloudWatch;
        using Amazon.CloudWatch.Model;
        using Amazon.CloudWatchLogs;
        using Amazon.CloudWatchLogs.Model;
        using Amazon.IdentityManagement;
        using Amazon.IdentityManagement.Model;
        using Amazon.Lambda.Core;
        using Amazon.RDS;
        using Amazon.RDS.Model;
        using Amazon.SimpleNotificationService;
        using Amazon.SimpleNotificationService.Model;

        """;

    [Theory]
    [InlineData("SKY2028", "object R(bool on) => new CreateDBInstanceRequest { [|StorageEncrypted = false|] };")]
    [InlineData("SKY2028", "object R() { var r = new CreateDBInstanceRequest(); [|r.StorageEncrypted = false|]; return r; }")]
    [InlineData("SKY2028", "object R(bool on) => new CreateDBInstanceRequest { StorageEncrypted = true };")]
    [InlineData("SKY2028", "object R(bool on) => new CreateDBInstanceRequest { StorageEncrypted = on };")]
    // Leaving it out takes what the account or the service says.
    [InlineData("SKY2028", "object R() => new CreateDBInstanceRequest { DBInstanceIdentifier = \"a\" };")]
    // Cannot be changed by a modification, so that it says nothing there.
    [InlineData("SKY2028", "object R() => new ModifyDBInstanceRequest { StorageEncrypted = false };")]
    [InlineData("SKY2028", "class Mine { public bool StorageEncrypted { get; set; } } object R() => new Mine { StorageEncrypted = false };")]
    [InlineData("SKY2054", "object R() => new CreateDBInstanceRequest { [|PubliclyAccessible = true|] };")]
    [InlineData("SKY2054", "object R() => new ModifyDBInstanceRequest { [|PubliclyAccessible = true|] };")]
    [InlineData("SKY2054", "object R() => new CreateDBInstanceRequest { PubliclyAccessible = false };")]
    [InlineData("SKY2054", "object R(bool open) => new CreateDBInstanceRequest { PubliclyAccessible = open };")]
    // What a service answered, made up for a test or a cache.
    [InlineData("SKY2054", "object R() => new DBInstance { PubliclyAccessible = true };")]
    [InlineData("SKY2054", "class Mine { public bool PubliclyAccessible { get; set; } } object R() => new Mine { PubliclyAccessible = true };")]
    [InlineData("SKY2061", "object R() => new PutMetricDataRequest { [|Namespace = \"AWS/Orders\"|] };")]
    [InlineData("SKY2061", "const string Name = \"AWS/Orders\"; object R() { var r = new PutMetricDataRequest(); [|r.Namespace = Name|]; return r; }")]
    [InlineData("SKY2061", "object R() => new PutMetricDataRequest { Namespace = \"Orders/AWS\" };")]
    [InlineData("SKY2061", "object R() => new PutMetricDataRequest { Namespace = \"AWSOrders\" };")]
    [InlineData("SKY2061", "object R(string name) => new PutMetricDataRequest { Namespace = \"AWS/\" + name };")]
    // Reading what AWS measures is right.
    [InlineData("SKY2061", "object R() => new GetMetricStatisticsRequest { Namespace = \"AWS/EC2\" };")]
    [InlineData("SKY2062", "Task M(IAmazonCloudWatchLogs logs) => logs.[|CreateLogGroupAsync|](new CreateLogGroupRequest { LogGroupName = \"a\" });")]
    [InlineData("SKY2062", "Task M(IAmazonCloudWatchLogs logs) => logs.PutRetentionPolicyAsync(new PutRetentionPolicyRequest { RetentionInDays = 30 }); Task N(IAmazonCloudWatchLogs logs) => logs.CreateLogGroupAsync(new CreateLogGroupRequest());")]
    [InlineData("SKY2062", "interface IMine { Task CreateLogGroupAsync(string name); } Task M(IMine logs) => logs.CreateLogGroupAsync(\"a\");")]
    [InlineData("SKY2066", "public Task Handle(IAmazonCloudWatch metrics, ILambdaContext context) => metrics.[|PutMetricDataAsync|](new PutMetricDataRequest());")]
    [InlineData("SKY2066", "class Api(IAmazonCloudWatch metrics) : Microsoft.AspNetCore.Mvc.ControllerBase { public Task Get() => metrics.[|PutMetricDataAsync|](new PutMetricDataRequest()); }")]
    // In the background nobody waits.
    [InlineData("SKY2066", "Task Flush(IAmazonCloudWatch metrics) => metrics.PutMetricDataAsync(new PutMetricDataRequest());")]
    [InlineData("SKY2066", "class Api : Microsoft.AspNetCore.Mvc.ControllerBase { static Task Flush(IAmazonCloudWatch metrics) => metrics.PutMetricDataAsync(new PutMetricDataRequest()); }")]
    [InlineData("SKY2066", "public void Handle(IAmazonCloudWatch metrics, ILambdaContext context) { Func<Task> later = () => metrics.PutMetricDataAsync(new PutMetricDataRequest()); }")]
    [InlineData("SKY2068", "Task M(IAmazonIdentityManagementService iam) => iam.[|CreateAccessKeyAsync|](new CreateAccessKeyRequest());")]
    // Whoever replaces keys has to make new ones.
    [InlineData("SKY2068", "Task RotateKeys(IAmazonIdentityManagementService iam) => iam.CreateAccessKeyAsync(new CreateAccessKeyRequest());")]
    [InlineData("SKY2068", "class KeyRotation { Task M(IAmazonIdentityManagementService iam) => iam.CreateAccessKeyAsync(new CreateAccessKeyRequest()); }")]
    [InlineData("SKY2068", "interface IMine { Task CreateAccessKeyAsync(); } Task M(IMine iam) => iam.CreateAccessKeyAsync();")]
    [InlineData("SKY2072", "object R() => new Amazon.Lambda.Model.CreateFunctionRequest { Environment = new Amazon.Lambda.Model.Environment { Variables = new Dictionary<string, string> { { [|\"_HANDLER\"|], \"x\" }, { \"TABLE\", \"y\" } } } };")]
    [InlineData("SKY2072", "object R() => new Amazon.Lambda.Model.Environment { Variables = new() { [[|\"AWS_LAMBDA_RUNTIME_API\"|]] = \"y\" } };")]
    [InlineData("SKY2072", "const string Region = \"AWS_REGION\"; object R() { var v = new Dictionary<string, string>(); v[[|Region|]] = \"x\"; v.Add([|\"AWS_ACCESS_KEY_ID\"|], \"y\"); return new Amazon.Lambda.Model.Environment { Variables = v }; }")]
    [InlineData("SKY2072", "public void Handle(string input, ILambdaContext context) => System.Environment.SetEnvironmentVariable([|\"AWS_REGION\"|], input);")]
    // Of the settings that Lambda reads, of another object, of other code, or nobody knows which.
    [InlineData("SKY2072", "object R() => new Amazon.Lambda.Model.Environment { Variables = new Dictionary<string, string> { [\"AWS_LAMBDA_EXEC_WRAPPER\"] = \"/opt/wrapper\", [\"TZ\"] = \"UTC\", [\"aws_region\"] = \"x\" } };")]
    [InlineData("SKY2072", "object R(string name, Dictionary<string, string> given) => new[] { new Amazon.Lambda.Model.Environment { Variables = new Dictionary<string, string> { [name] = \"x\" } }, new Amazon.Lambda.Model.Environment { Variables = given } };")]
    [InlineData("SKY2072", "class Mine { public Dictionary<string, string>? Variables { get; set; } } object R() => new Mine { Variables = new Dictionary<string, string> { [\"AWS_REGION\"] = \"x\" } };")]
    [InlineData("SKY2072", "static bool Has(Amazon.Lambda.Model.Environment e) => e.Variables[\"AWS_REGION\"] == \"x\";")]
    // A launcher on this machine.
    [InlineData("SKY2072", "static void Main() => System.Environment.SetEnvironmentVariable(\"AWS_LAMBDA_FUNCTION_NAME\", \"x\");")]
    [InlineData("SKY2072", "public void Handle(string input, ILambdaContext context) => System.Environment.SetEnvironmentVariable(\"TABLE\", input);")]
    [InlineData("SKY2079", "object R(string t) { var r = new PutLogEventsRequest(); [|r.SequenceToken = t|]; return r; }")]
    [InlineData("SKY2079", "object R(string? t) => new PutLogEventsRequest { [|SequenceToken = t|] };")]
    [InlineData("SKY2079", "object R() => new PutLogEventsRequest { LogGroupName = \"a\" };")]
    [InlineData("SKY2079", "class Mine { public string? SequenceToken { get; set; } } object R() => new Mine { SequenceToken = \"x\" };")]
    [InlineData("SKY2079", "string R(PutLogEventsRequest r) => r.SequenceToken;")]
    [InlineData("SKY2080", "string? _arn; async Task M(IAmazonSimpleNotificationService sns) { var r = await sns.[|SubscribeAsync|](\"t\", \"email\", \"a@b\"); _arn = r.SubscriptionArn; }")]
    [InlineData("SKY2080", "Task Save(string arn) => Task.Delay(arn.Length); async Task M(IAmazonSimpleNotificationService sns) { var request = new SubscribeRequest(\"t\", \"http\", \"e\"); var arn = (await sns.[|SubscribeAsync|](request)).SubscriptionArn; Console.WriteLine(arn); await Save(arn); }")]
    [InlineData("SKY2080", "async Task<string> M(IAmazonSimpleNotificationService sns) => (await sns.[|SubscribeAsync|](new SubscribeRequest { Protocol = \"email-json\" })).SubscriptionArn;")]
    // Asked for, confirmed at once, unknown, compared, shown, dropped.
    [InlineData("SKY2080", "async Task<string> M(IAmazonSimpleNotificationService sns) => (await sns.SubscribeAsync(new SubscribeRequest { Protocol = \"https\", ReturnSubscriptionArn = true })).SubscriptionArn;")]
    [InlineData("SKY2080", "async Task<string> M(IAmazonSimpleNotificationService sns, bool ask) => (await sns.SubscribeAsync(new SubscribeRequest { Protocol = \"https\", ReturnSubscriptionArn = ask })).SubscriptionArn;")]
    [InlineData("SKY2080", "async Task<string> M(IAmazonSimpleNotificationService sns) => (await sns.SubscribeAsync(\"t\", \"sqs\", \"q\")).SubscriptionArn;")]
    [InlineData("SKY2080", "async Task<string> M(IAmazonSimpleNotificationService sns) => (await sns.SubscribeAsync(new SubscribeRequest { Protocol = \"lambda\" })).SubscriptionArn;")]
    [InlineData("SKY2080", "async Task<string> M(IAmazonSimpleNotificationService sns, string protocol) => (await sns.SubscribeAsync(\"t\", protocol, \"e\")).SubscriptionArn;")]
    [InlineData("SKY2080", "async Task<string?> M(IAmazonSimpleNotificationService sns) { var arn = (await sns.SubscribeAsync(\"t\", \"https\", \"e\")).SubscriptionArn; return arn == \"pending confirmation\" ? null : arn; }")]
    [InlineData("SKY2080", "async Task<string?> M(IAmazonSimpleNotificationService sns) { var r = await sns.SubscribeAsync(\"t\", \"https\", \"e\"); return r.SubscriptionArn.StartsWith(\"arn:\") ? r.SubscriptionArn : null; }")]
    [InlineData("SKY2080", "async Task M(IAmazonSimpleNotificationService sns) { var r = await sns.SubscribeAsync(\"t\", \"https\", \"e\"); Console.WriteLine(r.SubscriptionArn); Console.WriteLine($\"{r.SubscriptionArn}\"); }")]
    [InlineData("SKY2080", "Task M(IAmazonSimpleNotificationService sns) => sns.SubscribeAsync(\"t\", \"https\", \"e\");")]
    public Task Judges(string id, string members) => Verify.Analyzer(id, $"{Usings}\npublic class C\n{{\n    {members}\n}}\n", SdkRefs.V4);

    [Theory]
    [InlineData("SKY2057", "AWSConfigs.LoggingConfig.[|LogResponses = ResponseLoggingOption.Always|];", true)]
    [InlineData("SKY2057", "var c = new AmazonS3Config { LogResponse = false };", false)]
    [InlineData("SKY2057", "var mine = new { LogResponse = true };", false)]
    // China and the regions have addresses of their own.
    [InlineData("SKY2064", "var c = new Amazon.SecurityToken.AmazonSecurityTokenServiceConfig { ServiceURL = \"https://sts.amazonaws.com.cn\" };", false)]
    [InlineData("SKY2064", "var c = new Amazon.SecurityToken.AmazonSecurityTokenServiceConfig { ServiceURL = queue };", false)]
    [InlineData("SKY2067", "var r = new ScheduleKeyDeletionRequest { PendingWindowInDays = 30 };", false)]
    [InlineData("SKY2067", "var r = new ScheduleKeyDeletionRequest { PendingWindowInDays = queue.Length };", false)]
    [InlineData("SKY2006", "var b = new PublicAccessBlockConfiguration { BlockPublicAcls = true, IgnorePublicAcls = true, BlockPublicPolicy = true, RestrictPublicBuckets = true };", false)]
    [InlineData("SKY2006", "var b = new PublicAccessBlockConfiguration(); Fill(b); void Fill(PublicAccessBlockConfiguration x) { }", false)]
    [InlineData("SKY2023", "var c = new DynamoDBContext(ddb, Settings()); DynamoDBContextConfig Settings() => new() { DisableFetchingTableMetadata = true };", false)]
    [InlineData("SKY2051", "await new TransferUtility(s3).UploadAsync(queue, queue);", false)]
    public async Task Judges_settings(string id, string body, bool isReported)
    {
        if (isReported)
            Assert.Single(await Verify.Diagnostics(SdkCode.Body(body.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)), SdkRefs.V4, [id]));
        else
            await Verify.Silent(id, SdkCode.Body(body), SdkRefs.V4);
    }

    [Theory]
    // A cancelled transaction: asked, logged, wrapped, rethrown or tried again, its reasons are not lost.
    [InlineData("SKY2081", "try { await ddb.TransactWriteItemsAsync(new()); } catch ([|TransactionCanceledException|]) { }")]
    [InlineData("SKY2081", "try { await ddb.TransactWriteItemsAsync(new()); } catch ([|TransactionCanceledException|] e) { Console.WriteLine(\"exists\"); }")]
    [InlineData("SKY2081", "try { await ddb.TransactWriteItemsAsync(new()); } catch (TransactionCanceledException e) { Console.WriteLine(e.CancellationReasons.Count); }")]
    [InlineData("SKY2081", "try { await ddb.TransactWriteItemsAsync(new()); } catch (TransactionCanceledException e) { Console.WriteLine(e); }")]
    [InlineData("SKY2081", "try { await ddb.TransactWriteItemsAsync(new()); } catch (TransactionCanceledException) { throw; }")]
    [InlineData("SKY2081", "try { await ddb.TransactWriteItemsAsync(new()); } catch (TransactionCanceledException) { throw new InvalidOperationException(\"exists\"); }")]
    [InlineData("SKY2081", "try { await ddb.TransactWriteItemsAsync(new()); } catch (TransactionCanceledException e) when (e.CancellationReasons[0].Code == \"TransactionConflict\") { }")]
    [InlineData("SKY2081", "while (true) { try { await ddb.TransactWriteItemsAsync(new()); return; } catch (TransactionCanceledException) { await Task.Delay(50); } }")]
    [InlineData("SKY2081", "try { await ddb.PutItemAsync(new()); } catch (ConditionalCheckFailedException) { }")]
    [InlineData("SKY2082", "for (var i = 0; i < 3; i++) { try { await ddb.[|ExecuteTransactionAsync|](new ExecuteTransactionRequest { TransactStatements = [] }); return; } catch (AmazonDynamoDBException) { await Task.Delay(100); } }")]
    [InlineData("SKY2082", "for (var i = 0; i < 3; i++) { try { await ddb.TransactWriteItemsAsync(new() { ClientRequestToken = queue }); return; } catch (AmazonDynamoDBException) { await Task.Delay(100); } }")]
    [InlineData("SKY2082", "for (var i = 0; i < 3; i++) { try { await ddb.PutItemAsync(new()); return; } catch (AmazonDynamoDBException) { await Task.Delay(100); } }")]
    [InlineData("SKY2082", "try { await ddb.TransactWriteItemsAsync(new()); } catch (AmazonDynamoDBException) { await Task.Delay(100); }")]
    [InlineData("SKY2083", "foreach (var r in [|RegionEndpoint.EnumerableAllRegions|].OrderBy(r => r.SystemName)) { using var c = new AmazonS3Client(r); await c.ListBucketsAsync(); }")]
    [InlineData("SKY2083", "var all = [|RegionEndpoint.EnumerableAllRegions|].Select(r => new AmazonS3Client(r)).ToList();")]
    [InlineData("SKY2083", "var all = [|RegionEndpoint.EnumerableAllRegions|].ToDictionary(r => r.SystemName, r => new AmazonS3Client(new AmazonS3Config { RegionEndpoint = r }));")]
    // A list for people, a choice, and requests that may fail.
    [InlineData("SKY2083", "foreach (var r in RegionEndpoint.EnumerableAllRegions) Console.WriteLine(r.DisplayName);")]
    [InlineData("SKY2083", "foreach (var r in RegionEndpoint.EnumerableAllRegions.Where(r => r.PartitionName == \"aws\")) { using var c = new AmazonS3Client(r); }")]
    [InlineData("SKY2083", "foreach (var r in RegionEndpoint.EnumerableAllRegions) { if (r.SystemName.StartsWith(\"cn-\")) continue; using var c = new AmazonS3Client(r); }")]
    [InlineData("SKY2083", "foreach (var r in RegionEndpoint.EnumerableAllRegions) { try { using var c = new AmazonS3Client(r); await c.ListBucketsAsync(); } catch (AmazonS3Exception) { } }")]
    [InlineData("SKY2083", "foreach (var r in RegionEndpoint.EnumerableAllRegions) { using var c = new AmazonS3Client(RegionEndpoint.EUWest1); }")]
    [InlineData("SKY2084", "var r = new EncryptRequest { [|Plaintext = new MemoryStream(new byte[4097])|] };")]
    [InlineData("SKY2084", "const int Size = 8 * 1024; var data = new byte[Size]; var stream = new MemoryStream(data); var r = new EncryptRequest(); [|r.Plaintext = stream|];")]
    // Small enough, unknown, a part, a capacity, another operation.
    [InlineData("SKY2084", "var r = new EncryptRequest { Plaintext = new MemoryStream(new byte[4096]) };")]
    [InlineData("SKY2084", "var r = new EncryptRequest { Plaintext = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(\"secret\")) };")]
    [InlineData("SKY2084", "var r = new EncryptRequest { Plaintext = new MemoryStream(new byte[queue.Length]) };")]
    [InlineData("SKY2084", "var r = new EncryptRequest { Plaintext = new MemoryStream(File.ReadAllBytes(queue)) };")]
    [InlineData("SKY2084", "var r = new EncryptRequest { Plaintext = new MemoryStream(new byte[8192], 0, 16) };")]
    [InlineData("SKY2084", "var r = new EncryptRequest { Plaintext = new MemoryStream(8192) };")]
    [InlineData("SKY2084", "var data = new byte[8192]; data = [1]; var r = new EncryptRequest { Plaintext = new MemoryStream(data) };")]
    public Task Judges_statements(string id, string body) => Verify.Analyzer(id, SdkCode.Body(body), SdkRefs.V4);

    [Fact]
    public Task Judges_the_size_of_a_text()
    {
        var text = new string('x', 5000);
        return Verify.Analyzer("SKY2084", SdkCode.Body($"var r = new EncryptRequest {{ [|Plaintext = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(\"{text}\"))|] }};"), SdkRefs.V4);
    }

    [Theory]
    [InlineData("object M(string file) => [|new StoredProfileAWSCredentials|](file);")]
    [InlineData("bool M() => AWSConfigsS3.[|UseSignatureVersion4|];")]
    [InlineData("DateTime M(GetObjectRequest r) => r.[|ModifiedSinceDateUtc|];")]
    [InlineData("object M() => new BasicAWSCredentials(\"a\", \"b\");")]
    // Of the code's own: what is called so, and what has no twin.
    [InlineData("class StoredProfileAWSCredentials { } object M() => new StoredProfileAWSCredentials();")]
    [InlineData("class Mine { public DateTime StartUtc { get; set; } public DateTime Start { get; set; } } DateTime M(Mine m) => m.StartUtc;")]
    [InlineData("DateTime M() => DateTime.UtcNow;")]
    public Task Judges_what_version_4_dropped(string members) => Verify.Analyzer("SKY2069", SdkCode.V3(members), SdkRefs.V3);

    [Theory]
    [InlineData("var r = await ddb.[|GetItemAsync|](new GetItemRequest()); Console.WriteLine(r.Item[\"name\"].S);")]
    [InlineData("GetItemResponse r = await ddb.[|GetItemAsync|](new GetItemRequest()).ConfigureAwait(false); var name = r.Item[\"name\"].S; Console.WriteLine(name);")]
    [InlineData("var r = await ddb.GetItemAsync(new GetItemRequest()); if (!r.IsItemSet) return; Console.WriteLine(r.Item[\"name\"].S);")]
    [InlineData("var r = await ddb.GetItemAsync(new GetItemRequest()); if (r.Item.Count == 0) return; Console.WriteLine(r.Item[\"name\"].S);")]
    [InlineData("var r = await ddb.GetItemAsync(new GetItemRequest()); if (r.Item.TryGetValue(\"name\", out var name)) Console.WriteLine(name.S);")]
    [InlineData("var r = await ddb.GetItemAsync(new GetItemRequest()); if (r.Item.ContainsKey(\"name\")) Console.WriteLine(r.Item[\"name\"].S);")]
    [InlineData("var r = await ddb.GetItemAsync(new GetItemRequest()); Show(r); void Show(GetItemResponse x) { }")]
    public Task Judges_missing_items_in_version_3(string body) => Verify.Analyzer("SKY2046",
        $$"""
        using Amazon.DynamoDBv2;
        using Amazon.DynamoDBv2.Model;

        public class C(IAmazonDynamoDB ddb)
        {
            public async Task M()
            {
                {{body}}
            }
        }
        """,
        new Setup(SdkRefs.V3).WithSource("DynamoDB.cs", """
        namespace Amazon.DynamoDBv2
        {
            public interface IAmazonDynamoDB : Amazon.Runtime.IAmazonService
            {
                Task<Model.GetItemResponse> GetItemAsync(Model.GetItemRequest request, CancellationToken cancellationToken = default);
            }
        }

        namespace Amazon.DynamoDBv2.Model
        {
            public class AttributeValue
            {
                public string? S { get; set; }
            }

            public class GetItemRequest : Amazon.Runtime.AmazonWebServiceRequest;

            public class GetItemResponse : Amazon.Runtime.AmazonWebServiceResponse
            {
                public Dictionary<string, AttributeValue> Item { get; set; } = [];

                public bool IsItemSet { get; set; }
            }
        }
        """));
}
