using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A secret that is written where everybody who may list parameters can read it.</summary>
internal sealed class SecretStoredAsString : SettingRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2056",
        Key = "secret-stored-as-string",
        Title = "Secret is stored as a plain parameter",
        Message = "'{0}' is stored in plain text; use 'ParameterType.SecureString'",
        Why = "A parameter of type String is not encrypted with a key of its own: whoever may read parameters reads the secret, and so does every console, export and log that shows them.",
        Category = Category.Security,
        Level = Level.Warning,
        FixSummary = "Stores it as a SecureString.",
        References = new() { Cwe = ["CWE-312"] },
    };

    public override bool IsQuietInTests => true;

    protected override IReadOnlyList<string> Properties => ["Type"];

    protected override SettingFinding? Judge(SdkRun run, OperationAnalysisContext context, PropertySet set)
    {
        if (set.Owner?.Name != "PutParameterRequest" || set.Value.StaticMember() is not { Name: "String", ContainingType.Name: "ParameterType" })
            return null;
        var creation = set.Target.Instance switch
        {
            IInstanceReferenceOperation instance => instance.Ancestors().OfType<IObjectCreationOperation>().FirstOrDefault(),
            ILocalReferenceOperation local => BodyIndex.Of(local).SingleValue(local.Local) as IObjectCreationOperation,
            _ => null,
        };
        return creation is not null && ObjectFacts.Of(creation, run.Sdk).Value("Name")?.Text() is { } name && SecretName.Is(name)
            ? new SettingFinding("Amazon.SimpleSystemsManagement.ParameterType.SecureString", name)
            : null;
    }
}
