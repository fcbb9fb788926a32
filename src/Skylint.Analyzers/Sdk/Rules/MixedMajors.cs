using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>
/// A service package of one major version of the SDK on the core of another. Reported where a client is made or registered: that is where it will
/// fail, it is in sight while typing, and it does not depend on the order in which files are looked at.
/// </summary>
internal sealed class MixedMajors : SdkRule
{
    private const string Core = "AWSSDK.Core";

    public override Rule Rule { get; } = new()
    {
        Id = "SKY2073",
        Key = "mixed-sdk-majors",
        Title = "Versions 3 and 4 of the SDK are mixed",
        Message = "'{0}' was built for version {1} of AWSSDK.Core, and the project has version {2}; use the same major version of all AWSSDK packages",
        Why = "The compiler takes the one core for the other, and the program fails when it runs: with a type or a method that is not there, at the first client or only at the first error.",
        Category = Category.Reliability,
        Level = Level.Warning,
        NoFix = "Versions stand in the project file, and which of them to move is a decision about the whole solution.",
        References = new() { Links = ["https://docs.aws.amazon.com/sdk-for-net/v4/developer-guide/net-dg-v4.html"] },
    };

    public override bool AppliesTo(SdkRun run) => run.Sdk.Core.Name == Core && base.AppliesTo(run);

    public override void Subscribe(SdkSubscriptions to)
    {
        to.OnCreation((run, context, creation, kind) =>
        {
            if (kind == SdkKind.Client)
                Judge(run, creation.Type, found => SdkRun.Report(context, Rule, creation.NameLocation(), found));
        });
        foreach (var name in new[] { "AddAWSService", "TryAddAWSService", "CreateServiceClient" })
        {
            to.OnInvocation(name, (run, context, call) =>
            {
                if (call.TargetMethod.TypeArguments.Length == 1 && run.Sdk.IsClient(call.TargetMethod.TypeArguments[0]))
                    Judge(run, call.TargetMethod.TypeArguments[0], found => SdkRun.Report(context, Rule, call.NameLocation(), found));
            });
        }
    }

    private static void Judge(SdkRun run, ITypeSymbol? client, Action<object?[]> report)
    {
        while (client is not null && !AwsSdk.IsAmazon(client))
            client = client.BaseType;
        if (client?.ContainingAssembly is not { } assembly || SymbolEqualityComparer.Default.Equals(assembly, run.Sdk.Core))
            return;
        var core = run.Sdk.Core.Identity.Version.Major;
        foreach (var module in assembly.Modules)
        {
            foreach (var referenced in module.ReferencedAssemblies)
            {
                if (referenced.Name != Core || referenced.Version.Major == core)
                    continue;
                report([assembly.Name, referenced.Version.Major.ToString(CultureInfo.InvariantCulture), core.ToString(CultureInfo.InvariantCulture)]);
                return;
            }
        }
    }
}
