using System.Text.RegularExpressions;
using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about who may take on a role of AWS IAM, and about policies of AWS that make it an administrator.</summary>
internal static class IamTrust
{
    private const string Namespace = "Amazon.CDK.AWS.IAM.";
    private const string WebIdentity = "sts:AssumeRoleWithWebIdentity";

    // Providers for whose tokens the audience is the application itself.
    private static readonly string[] s_applications = ["cognito-identity.amazonaws.com", "www.amazon.com", "graph.facebook.com", "accounts.google.com"];

    // What the tokens of a provider share, whoever they are for.
    private static readonly string[] s_shared = [":aud", ":iss", ":amr"];

    // Any repository, project or subject: nothing but wildcards after the kind.
    private static readonly Regex s_anySubject = new("^(?:[a-z_]+:)?[*?:/]*[*][*?:/]*$", RegexOptions.CultureInvariant);

    public static readonly ConstructRule OidcSubject = new()
    {
        Id = "SKY1153",
        Key = "IamOidcWithoutSubject",
        Title = "Everyone with the same identity provider may take on the role",
        Message = "{0} trusts every token of the provider; restrict the subject with a condition on its sub claim",
        Why = "The tokens of GitHub, GitLab or a cluster are issued to everybody who uses it: without a condition on the subject any repository or service account in the world may take on the role.",
        NoFix = "Which repository, branch or service account may take on the role is known only to its owner.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References { Cwe = ["CWE-284"], Links = ["https://docs.github.com/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services"] },
        CfnProperties = ["AssumeRolePolicyDocument"],
        Targets =
        [
            Target.Of(Namespace + "WebIdentityPrincipal", AnyOf(Calls("WithConditions"), That((arguments, principal) => NamesSubject(arguments, principal, "identityProvider")))),
            Target.Of(Namespace + "OpenIdConnectPrincipal", AnyOf(Calls("WithConditions"), That((arguments, principal) => NamesSubject(arguments, principal, "openIdConnectProvider")))),
            Target.Of(
                Namespace + "FederatedPrincipal",
                When(Prop("assumeRoleAction").Is(WebIdentity, Default.Violates), AnyOf(Calls("WithConditions"), That((arguments, principal) => NamesSubject(arguments, principal, "federated"))))),
            Target.Of(Namespace + "CfnRole", Prop("AssumeRolePolicyDocument").Has(That(EachNamesSubject))),
        ],
    };

    public static readonly ConstructRule AdministratorAccess = new()
    {
        Id = "SKY1154",
        Key = "IamAdministratorAccess",
        Title = "Role or user is given full access",
        Message = "{1} allows far more than a program needs; write a policy that names what is needed",
        Why = "Whoever takes over what has this policy owns the account, or at least everything of one service in it, the data of other teams included.",
        NoFix = "Which actions and resources are needed is known only to whoever wrote the code that uses them.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            SecurityHub = ["IAM.1"],
            Checkov = ["CKV_AWS_62"],
            Sonar = ["S6302"],
            Guard = ["IAM_ROLE_ADMINISTRATOR_ACCESS_POLICY_RULE", "IAM_ROLE_ELEVATED_MANAGED_POLICY_RULE"],
            Cwe = ["CWE-250"],
        },
        CfnProperties = ["ManagedPolicyArns"],
        Targets =
        [
            Target.Call(Namespace + "ManagedPolicy", "FromAwsManagedPolicyName", Prop("managedPolicyName").Has(That((name, _) => IsModest(name)))),
            Target.Of([Namespace + "CfnRole", Namespace + "CfnUser", Namespace + "CfnGroup"], Prop("ManagedPolicyArns").Each(That((arn, _) => IsModest(arn)))),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [OidcSubject, AdministratorAccess];

    private static Verdict NamesSubject(Value arguments, Construct principal, string provider)
    {
        var name = Statement.TextOf(principal.Cdk.Resolver.Member(arguments, provider));
        return Conditions(principal.Cdk.Resolver.Member(arguments, "conditions"), name is not null && s_applications.Any(name.Contains));
    }

    private static Verdict EachNamesSubject(Value document, Construct role)
    {
        var outcome = Verdict.Satisfied;
        var statements = role.Cdk.Resolver.Member(document, "Statement");
        foreach (var statement in statements is ListValue list ? list.Items : [statements])
        {
            if (statement is not MapValue || role.Cdk.Resolver.Member(statement, "Action") is not ConstantValue { Constant: WebIdentity })
                continue;
            var federated = Statement.TextOf(role.Cdk.Resolver.Member(role.Cdk.Resolver.Member(statement, "Principal"), "Federated"));
            var verdict = Conditions(role.Cdk.Resolver.Member(statement, "Condition"), federated is not null && s_applications.Any(federated.Contains));
            if (verdict.Outcome == Outcome.Violated)
                return verdict with { Culprit = verdict.Culprit ?? statement };
            if (verdict.Outcome == Outcome.Unknown)
                outcome = Verdict.Unknown;
        }

        return outcome;
    }

    private static Verdict Conditions(Value conditions, bool isApplication)
    {
        if (conditions is UnsetValue or NullValue)
            return Verdict.Violated;
        if (conditions is not MapValue { IsOpen: false } operators)
            return Verdict.Unknown;
        foreach (var entry in operators.Entries)
        {
            if (entry.Value is not MapValue { IsOpen: false } claims)
                return Verdict.Unknown;
            if (claims.Entries.Any(claim => isApplication || !s_shared.Any(end => claim.Key.EndsWith(end, StringComparison.OrdinalIgnoreCase)) && !IsAny(claim.Value)))
                return Verdict.Satisfied;
        }

        return new Verdict(Outcome.Violated, conditions);
    }

    private static bool IsAny(Value subject) => subject switch
    {
        ConstantValue { Constant: string text } => s_anySubject.IsMatch(text),
        ListValue { IsOpen: false } list => list.Items.Any(IsAny),
        _ => false,
    };

    // AdministratorAccess, PowerUserAccess, and all of a service; by name or at the end of an ARN.
    private static Verdict IsModest(Value policy)
    {
        if (Statement.TextOf(policy) is not { } text)
            return Verdict.Unknown;
        var name = text.Substring(text.LastIndexOf('/') + 1);
        if (text.StartsWith("arn:", StringComparison.Ordinal) && !text.Contains(":iam::aws:"))
            return Verdict.Satisfied;
        return name is "AdministratorAccess" or "PowerUserAccess" || name.EndsWith("FullAccess", StringComparison.Ordinal) ? new Verdict(Outcome.Violated, policy) { Detail = name } : Verdict.Satisfied;
    }
}
