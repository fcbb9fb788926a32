using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>Something added to a collection of a new request. Version 4 leaves it null until it is assigned.</summary>
internal sealed class NullCollectionWrite : SdkRule
{
    /// <summary>The initialiser adds to the collection: <c>P = { x }</c>.</summary>
    public const string InInitializer = "initializer";

    /// <summary>A statement adds to the collection: <c>r.P.Add(x)</c>.</summary>
    public const string InStatement = "statement";

    public override Rule Rule { get; } = new()
    {
        Id = "SKY2016",
        Key = "v4-null-collection-write",
        Title = "Adding to a collection that is null",
        Message = "'{0}' of a new '{1}' is null until it is assigned; create it first",
        Why = "Since version 4 the SDK no longer creates the collections of requests. Adding to one throws a NullReferenceException, every time.",
        Category = Category.Reliability,
        Level = Level.Warning,
        FixSummary = "Creates the collection.",
        References = new() { Cwe = ["CWE-476"], Links = ["https://docs.aws.amazon.com/sdk-for-net/v4/developer-guide/net-dg-v4.html"] },
    };

    public override bool AppliesTo(SdkRun run) => run.Sdk.HasNullCollections && base.AppliesTo(run);

    public override void Subscribe(SdkSubscriptions to)
    {
        to.OnCollection((run, context, property) =>
        {
            if (Write(run.Sdk, property) is not { } detail || run.SourceMentions(NullCollectionRead.Switch))
                return;
            SdkRun.Report(context, Rule, property.Syntax.GetLocation(), detail, [property.Property.Name, property.Property.ContainingType.Name]);
        });
    }

    private static string? Write(AwsSdk sdk, IPropertyReferenceOperation property)
    {
        if (property.Parent is IMemberInitializerOperation { Initializer.Initializers.IsEmpty: false } member && member.InitializedMember == property)
            return IsOwnDefault(property) || member.Ancestors().OfType<IObjectCreationOperation>().FirstOrDefault() is not { } made || !AwsSdk.IsAmazon(made.Type) ? null : InInitializer;
        var adds = property.Parent switch
        {
            IInvocationOperation { TargetMethod.Name: "Add" or "AddRange" or "Insert" or "TryAdd" } call => call.Instance == property,
            IPropertyReferenceOperation { Property.IsIndexer: true, Parent: IAssignmentOperation assignment } indexer => indexer.Instance == property && assignment.Target == indexer,
            _ => false,
        };
        if (!adds || property.Instance is not ILocalReferenceOperation local || ObjectFacts.Of(local, sdk) is not { } facts)
            return null;
        if (facts.Values(property.Property.Name).Count > 0 || IsFilledByInitializer(facts.Creation, property) || facts.IsOpen || !AwsSdk.IsAmazon(facts.Creation.Type) || !facts.Creation.Type!.DeclaringSyntaxReferences.IsEmpty)
            return null;
        return NullTests.IsGuarded(property, property) || IsAddedBefore(property, local) ? null : InStatement;
    }

    // The initialiser would throw first.
    private static bool IsFilledByInitializer(IObjectCreationOperation creation, IPropertyReferenceOperation property) =>
        creation.Initializer?.Initializers.Any(i => i is IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation p } && p.Property.Name == property.Property.Name) == true;

    private static bool IsAddedBefore(IPropertyReferenceOperation property, ILocalReferenceOperation local) =>
        BodyIndex.Of(property).References(local.Local).Any(r => r.Syntax.SpanStart < local.Syntax.SpanStart
            && r.Parent is IPropertyReferenceOperation earlier && SymbolEqualityComparer.Default.Equals(earlier.Property, property.Property));

    // A class of the compilation's own that derives from a request may create its collections.
    private static bool IsOwnDefault(IPropertyReferenceOperation property) => property.Property.ContainingType.DeclaringSyntaxReferences.Length > 0;
}
