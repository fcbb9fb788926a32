using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>The regions that the SDK has heard of, taken for those that the account can use.</summary>
internal sealed class RegionEnumeration : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2083",
        Key = "region-enumeration",
        Title = "Client for every region that the SDK knows",
        Message = "The list holds China, GovCloud and regions that the account has not opted into, where requests fail; ask 'DescribeRegions' of EC2 or the public parameters of Systems Manager",
        Why = "The list is compiled into the package. Credentials of one partition are invalid in the others, most accounts have only some of the newer regions switched on, and a region that is newer than the package is missing.",
        Category = Category.Reliability,
        Level = Level.Info,
        NoFix = "Which regions count is a question to the account, and where it is asked is part of the design.",
        References = new() { Links = ["https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRegions.html"] },
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnRead("EnumerableAllRegions", (run, context, read) =>
    {
        if (!AwsSdk.IsNamed(read.Property.ContainingType, "Amazon", "RegionEndpoint"))
            return;
        IOperation at = read;
        // Sorted it is still the same list; filtered it may be any.
        while (at.Parent is IConversionOperation or IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "OrderBy" or "OrderByDescending" or "ToList" or "ToArray", ContainingType.Name: "Enumerable" } } })
            at = at.Parent is IConversionOperation ? at.Parent : at.Parent.Parent!;
        var makesClients = at.Parent switch
        {
            IForEachLoopOperation loop => MakesClient(loop.Body, loop.Locals, run.Sdk),
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Select" or "ToDictionary", ContainingType.Name: "Enumerable" }, Arguments: { Length: > 1 } arguments } } =>
                arguments.Skip(1).Any(a => a.Value.Unwrapped() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation function } && MakesClient(function.Body, function.Symbol.Parameters, run.Sdk)),
            _ => false,
        };
        if (makesClients)
            SdkRun.Report(context, Rule, read.Syntax.GetLocation());
    });

    // With a try around it, a region that does not answer is expected.
    private static bool MakesClient(IOperation body, IEnumerable<ISymbol> regions, AwsSdk sdk) => body.DescendantsAndSelf().OfType<IObjectCreationOperation>().Any(creation =>
        sdk.IsClient(creation.Type)
        && creation.Descendants().Any(o => (o is ILocalReferenceOperation local && regions.Contains(local.Local, SymbolEqualityComparer.Default)) || (o is IParameterReferenceOperation parameter && regions.Contains(parameter.Parameter, SymbolEqualityComparer.Default)))
        && !body.DescendantsAndSelf().Any(o => o is ITryOperation or IConditionalOperation or IBranchOperation));
}
