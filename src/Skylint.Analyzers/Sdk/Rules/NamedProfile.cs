using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>The name of a profile on somebody's machine, in code that runs elsewhere.</summary>
internal sealed class NamedProfile : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2077",
        Key = "named-profile-in-code",
        Title = "Profile is named in code",
        Message = "The profile '{0}' exists only where somebody has made it; take it from the configuration or from AWS_PROFILE, so that the service uses its role",
        Why = "Profiles are in a file of a developer's machine. In a container or a function there is none, so that the code fails there, or finds an old file with long-lived keys.",
        Category = Category.Operations,
        Level = Level.Info,
        NoFix = "Where the name should come from depends on how the program is configured.",
        References = new() { Links = ["https://docs.aws.amazon.com/sdk-for-net/v4/developer-guide/creds-idc.html"] },
    };

    public override bool IsQuietInTests => true;

    // A tool that people start has their profiles; a service, a function and a library for them have not.
    public override bool AppliesTo(SdkRun run) => base.AppliesTo(run) && (run.Compilation.Options.OutputKind != OutputKind.ConsoleApplication || run.Surroundings.KnowsLambda || run.Sdk.TypeOf("Microsoft.AspNetCore.Builder.IApplicationBuilder") is not null);

    public override void Subscribe(SdkSubscriptions to)
    {
        to.OnSet("AWSProfileName", (run, context, set) =>
        {
            if (set.Property.ContainingType.Name == "AWSConfigs")
                Judge(context, set.Assignment, set.Value.Text());
        });
        to.OnSet("Profile", (run, context, set) =>
        {
            if (run.Sdk.KindOf(set.Owner) == SdkKind.Config || set.Owner?.Name == "AWSOptions")
                Judge(context, set.Assignment, set.Value.Text() ?? (set.Value is IObjectCreationOperation { Type.Name: "Profile", Arguments: { Length: > 0 } arguments } ? arguments[0].Value.Text() : null));
        });
        foreach (var method in new[] { "TryGetAWSCredentials", "TryGetProfile" })
        {
            to.OnInvocation(method, (run, context, call) =>
            {
                if (call.TargetMethod.ContainingType is { Name: "CredentialProfileStoreChain" or "SharedCredentialsFile" or "NetSDKCredentialsFile" or "ICredentialProfileSource" or "ProfileManager" } type && AwsSdk.IsAmazon(type) && call.Arguments.Length > 0 && !IsAsked(call))
                    Judge(context, call, call.Arguments[0].Value.Text());
            });
        }

        to.OnCreationOf("StoredProfileAWSCredentials", (run, context, creation) =>
        {
            if (AwsSdk.IsAmazon(creation.Type) && creation.Arguments.Length > 0)
                Judge(context, creation, creation.Arguments[0].Value.Text());
        });
    }

    private void Judge(OperationAnalysisContext context, IOperation operation, string? name)
    {
        if (string.IsNullOrEmpty(name) || name == "default" || IsConditional(operation) || IsInDebug(operation.Syntax))
            return;
        SdkRun.Report(context, Rule, operation is IInvocationOperation or IObjectCreationOperation ? operation.NameLocation() : operation.Syntax.GetLocation(), name);
    }

    // Whoever looks at the answer goes on without the profile where there is none.
    private static bool IsAsked(IInvocationOperation call) => call.Parent switch
    {
        IExpressionStatementOperation => false,
        ISimpleAssignmentOperation { Target: IDiscardOperation } => false,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => BodyIndex.Of(call).References(declarator.Symbol).Count > 0,
        _ => true,
    };

    // On a developer's machine only, or with something else where there is no such profile.
    private static bool IsConditional(IOperation operation) => operation.Ancestors().Any(a => a is IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or ICoalesceOperation or ICatchClauseOperation or ITryOperation);

    private static bool IsInDebug(SyntaxNode node)
    {
        var open = new Stack<bool>();
        for (var directive = ((CSharpSyntaxNode)node.SyntaxTree.GetRoot()).GetFirstDirective(); directive is not null && directive.SpanStart < node.SpanStart; directive = directive.GetNextDirective())
        {
            switch (directive)
            {
                case IfDirectiveTriviaSyntax @if:
                    open.Push(@if.Condition.ToString().Contains("DEBUG"));
                    break;
                case EndIfDirectiveTriviaSyntax when open.Count > 0:
                    open.Pop();
                    break;
            }
        }

        return open.Contains(true);
    }
}
