using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A client without credentials for a service that serves nobody without them.</summary>
internal sealed class AnonymousCredentials : SdkRule
{
    // Services with no operation that a stranger may call. Others let a policy or the operation allow it: S3, STS, Cognito, SSO, SQS, SNS, Location.
    private static readonly HashSet<string> s_closed = new(StringComparer.Ordinal)
    {
        "DynamoDBv2", "KeyManagementService", "Lambda", "SecretsManager", "SimpleSystemsManagement", "EC2", "ECS", "RDS", "CloudFormation", "IdentityManagement", "Kinesis", "KinesisFirehose", "EventBridge", "StepFunctions", "CloudWatch", "CloudWatchLogs", "Athena", "Glue",
    };

    public override Rule Rule { get; } = new()
    {
        Id = "SKY2076",
        Key = "anonymous-credentials",
        Title = "Client has no credentials where they are needed",
        Message = "'{0}' cannot do anything without credentials: every request is refused; leave 'AnonymousAWSCredentials' out, so that the default credentials are used",
        Why = "Unsigned requests are for public objects in S3 and for signing in. This service refuses all of them, and where the class was meant as a placeholder it hides that nobody has configured the real credentials.",
        Category = Category.Security,
        Level = Level.Warning,
        FixSummary = "Leaves the credentials out.",
        References = new() { Links = ["https://docs.aws.amazon.com/sdk-for-net/v4/developer-guide/creds-assign.html"] },
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnCreationOf("AnonymousAWSCredentials", (run, context, creation) =>
    {
        if (!AwsSdk.IsNamed(creation.Type, "Amazon.Runtime", "AnonymousAWSCredentials"))
            return;
        foreach (var client in ClientsOf(creation))
        {
            // A stand-in on this machine asks for no credentials.
            if (AwsSdk.IsAmazon(client.Type) && run.Sdk.IsClient(client.Type) && AwsSdk.ServiceOf(client.Type) is { } service && s_closed.Contains(service) && ClientEndpoint.IsOwn(client, run.Sdk) == false)
                SdkRun.Report(context, Rule, creation.Syntax.GetLocation(), client.Type!.Name);
        }
    });

    private static IEnumerable<IObjectCreationOperation> ClientsOf(IOperation credentials)
    {
        while (credentials.Parent is IConversionOperation or IParenthesizedOperation)
            credentials = credentials.Parent;
        switch (credentials.Parent)
        {
            case IArgumentOperation { Parent: IObjectCreationOperation client }:
                return [client];
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } when BodyIndex.Of(credentials).Values(declarator.Symbol).Count == 1:
                return BodyIndex.Of(credentials).References(declarator.Symbol).SelectMany(r => r.Parent is IVariableInitializerOperation ? [] : ClientsOf(r));
            default:
                return [];
        }
    }
}
