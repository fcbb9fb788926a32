using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A resource that code creates without tags.</summary>
internal sealed class RuntimeResourceUntagged : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2029",
        Key = "runtime-resource-untagged",
        Title = "Resource is created without tags",
        Message = "'{0}' creates a resource without tags, which nobody can attribute later; set '{1}'",
        Why = "Resources that code creates at run time are in no template. Without tags nobody can tell whose they are, what they cost whom, and whether they can go.",
        Category = Category.Cost,
        Level = Level.Info,
        NoFix = "Which tags a team uses is its own decision.",
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnOperation((run, context, call) =>
    {
        if (!(call.Name.StartsWith("Create", StringComparison.Ordinal) || call.Name == "RunInstances") || call.Request(run.Sdk) is not { } request)
            return;
        if (TagsOf(request.Type) is not { } tags || call.Facts(run.Sdk) is not { } facts || !facts.IsUnset(tags) || IsTaggedLater(call))
            return;
        // In a stand-in on this machine nobody asks whose it is.
        if (ClientEndpoint.IsOwn(call, run.Sdk) == true)
            return;
        SdkRun.Report(context, Rule, call.NameLocation, call.Name, tags);
    });

    private static string? TagsOf(ITypeSymbol? request) =>
        request?.GetMembers("Tags").OfType<IPropertySymbol>().Any() == true ? "Tags" : request?.GetMembers("TagSpecifications").OfType<IPropertySymbol>().Any() == true ? "TagSpecifications" : null;

    // Tags may also come in a call of their own.
    private static bool IsTaggedLater(OperationCall call) =>
        call.Invocation.Root().Descendants().OfType<IInvocationOperation>().Any(i => i.TargetMethod.Name.IndexOf("Tag", StringComparison.Ordinal) >= 0);
}
