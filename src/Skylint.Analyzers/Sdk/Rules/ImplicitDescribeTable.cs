using Microsoft.CodeAnalysis;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>An object mapper that asks for the table's definition before its first request, and blocks a thread for it.</summary>
internal sealed class ImplicitDescribeTable : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2023",
        Key = "ddb-implicit-describe-table",
        Title = "DynamoDB context asks for the table's definition",
        Message = "This context blocks its first use of each table on a 'DescribeTable' call; {0}",
        Why = "The call is synchronous, so that it ties up a thread and can deadlock; it slows down cold starts, needs a permission of its own and is throttled by an account-wide limit. The keys are in the attributes of the classes already.",
        Category = Category.Performance,
        Level = Level.Info,
        FixSummary = "Makes the context with DynamoDBContextBuilder in version 4, and sets DisableFetchingTableMetadata in version 3.",
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to)
    {
        to.OnCreationOf("DynamoDBContext", (run, context, creation) =>
        {
            if (!AwsSdk.IsNamed(creation.Type, "Amazon.DynamoDBv2.DataModel", "DynamoDBContext"))
                return;
            foreach (var argument in creation.Arguments)
            {
                // A configuration that the code does not show may say it.
                if (argument.Value.Type?.Name == "DynamoDBContextConfig" && !argument.Value.IsNull()
                    && (ObjectFacts.Of(argument.Value, run.Sdk) is not { } facts || !facts.IsUnset("DisableFetchingTableMetadata")))
                    return;
            }

            var hasBuilder = run.Sdk.TypeOf("Amazon.DynamoDBv2.DataModel.DynamoDBContextBuilder") is not null;
            SdkRun.Report(context, Rule, creation.NameLocation(), hasBuilder ? "builder" : "config", [hasBuilder ? "make it with 'DynamoDBContextBuilder'" : "set 'DisableFetchingTableMetadata'"]);
        });
    }
}
