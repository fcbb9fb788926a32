using Amazon.CDK;
using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Lambda.EventSources;
using Constructs;
using OrdersInfra.Shared;

namespace OrdersInfra.Stacks;

/// <summary>The public API and the functions behind it.</summary>
public sealed class ApiStack : Stack
{
    public ApiStack(Construct scope, string id, OrdersSettings settings, DataStack data, MessagingStack messaging)
        : base(scope, id)
    {
        var orders = new Function(this, "OrdersFunction", Defaults.Function(this, "orders-api", settings));
        orders.AddEnvironment("TABLE_NAME", data.Orders.TableName);
        orders.AddEnvironment("QUEUE_URL", messaging.Placed.QueueUrl);
        data.Orders.GrantReadWriteData(orders);
        messaging.Placed.GrantSendMessages(orders);

        var receipts = new Function(this, "ReceiptsFunction", Defaults.Function(this, "receipts", settings));
        receipts.AddEventSource(new SqsEventSource(messaging.Paid, new SqsEventSourceProps { ReportBatchItemFailures = true }));

        var partner = CreatePartnerFunction();
        partner.AddToRolePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["s3:*"],
            Resources = [data.Imports.BucketArn],
        }));
        partner.AddFunctionUrl(new FunctionUrlOptions { AuthType = FunctionUrlAuthType.NONE });

        AddApi(orders);
    }

    private Function CreatePartnerFunction() => new(this, "PartnerFunction", new FunctionProps
    {
        Runtime = Runtime.NODEJS_20_X,
        Handler = "index.handler",
        Code = Code.FromInline("exports.handler = async () => ({ statusCode: 204 });"),
        Environment = new Dictionary<string, string>
        {
            ["PARTNER_ENDPOINT"] = "https://partner.example.com/callback",
            ["PARTNER_API_KEY"] = "sample-" + "4f9d2c7be81a",
        },
    });

    private void AddApi(IFunction orders)
    {
        var api = new RestApi(this, "Api", new RestApiProps
        {
            RestApiName = "orders",
            DeployOptions = new StageOptions { TracingEnabled = true, ThrottlingRateLimit = 200, ThrottlingBurstLimit = 400 },
        });
        var integration = new LambdaIntegration(orders);

        var collection = api.Root.AddResource("orders");
        collection.AddMethod("POST", integration, new MethodOptions { AuthorizationType = AuthorizationType.IAM });
        collection.AddMethod("GET", integration);
    }
}
