using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>An item that is used without asking whether it was found.</summary>
internal sealed class ItemMayBeMissing : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2046",
        Key = "ddb-getitem-null",
        Title = "Item is used although it may not exist",
        Message = "{0}; test it before use",
        Why = "A key that is not in the table is no error for DynamoDB: the answer is simply without an item. The code fails one line later with an exception that says nothing about the key.",
        Category = Category.Reliability,
        Level = Level.Info,
        NoFix = "What a missing item means, only the caller knows.",
        References = new() { Cwe = ["CWE-476"] },
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to)
    {
        to.OnInvocation("LoadAsync", (run, context, call) =>
        {
            if (call.TargetMethod is not { IsGenericMethod: true, ContainingType: { Name: "IDynamoDBContext" or "DynamoDBContext" } type } || AwsSdk.ServiceOf(type) != "DynamoDBv2")
                return;
            var use = ResultUse.Of(call);
            if (use.Reads.Any(IsUnguarded))
                SdkRun.Report(context, Rule, call.NameLocation(), "'LoadAsync' gives null when there is no item with the key");
        });
        to.OnOperation(["GetItem"], (run, context, call) =>
        {
            // From version 4 on, the item is null and the rule about null collections sees it.
            if (run.Sdk.HasNullCollections || call.Service != "DynamoDBv2")
                return;
            var use = call.Result;
            if (!use.Escapes && !use.IsRead("IsItemSet") && use.Reads.Any(read => read.Property.Name == "Item" && read.Parent is IPropertyReferenceOperation { Property.IsIndexer: true } && !NullTests.IsGuarded(read, read) && !IsProbed(use)))
                SdkRun.Report(context, Rule, call.NameLocation, "'Item' is empty when there is no item with the key");
        });
    }

    private static bool IsUnguarded(IPropertyReferenceOperation read) =>
        read.Instance?.Unwrapped() switch
        {
            IConditionalAccessInstanceOperation => false,
            // A local without a value is the variable of a pattern, which matches something only.
            ILocalReferenceOperation local => BodyIndex.Of(local).Values(local.Local).Count > 0 && read.Parent is not IPropertySubpatternOperation && !NullTests.IsGuarded(read, local),
            IAwaitOperation => true,
            _ => false,
        };

    // response.Item.Count, ContainsKey, TryGetValue: somebody asks.
    private static bool IsProbed(ResultUse use) => use.Reads.Any(read => read.Property.Name == "Item" && read.Parent is IPropertyReferenceOperation { Property.Name: "Count" or "Keys" } or IInvocationOperation or IArgumentOperation);
}
