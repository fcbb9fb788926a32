using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about secrets in the code of a CDK app.</summary>
internal static class SecretValues
{
    public static readonly ConstructRule UnsafeUnwrap = new()
    {
        Id = "SKY1040",
        Key = "CdkSecretUnsafeUnwrap",
        Title = "Secret becomes plain text",
        Message = "{1}; generate the secret, or refer to it in Secrets Manager",
        Why = "The repository, the template and the console show the secret to everyone who may read them, and it stays in their history when it is changed. Let Secrets Manager generate it, and give the resource a reference that CloudFormation resolves by itself.",
        NoFix = "Where the secret is to come from is a decision that only the owner can make.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References { Sonar = ["S6418", "S6437"], Guard = ["RDS_MASTER_USER_PASSWORD_NO_PLAINTEXT_PASSWORD"], Cwe = ["CWE-798", "CWE-312"] },
        Targets =
        [
            Target.Call("Amazon.CDK.SecretValue", "UnsafeUnwrap", That(StaysReference)),
            Target.Call("Amazon.CDK.SecretValue", "UnsafePlainText", That(IsNotWritten)),
            Target.Call("Amazon.CDK.SecretValue", "PlainText", That(IsNotWritten)),
        ],
    };

    public static readonly ConstructRule LiteralPassword = new()
    {
        Id = "SKY1041",
        Key = "CdkLiteralPasswordL1",
        Title = "Password stands in the code",
        Message = "{0} gets its password as plain text; refer to a secret in Secrets Manager",
        Why = "Everyone who may read the repository, the template or the stack in the console knows the password, and changing it means a deployment. A dynamic reference leaves it in Secrets Manager, where access is controlled and recorded.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            Sonar = ["S6437"],
            Guard =
            [
                "RDS_MASTER_USER_PASSWORD_NO_PLAINTEXT_PASSWORD", "RDS_CLUSTER_MASTER_USER_PASSWORD_NO_PLAINTEXT_PASSWORD", "REDSHIFT_CLUSTER_MASTER_USER_PASSWORD_NO_PLAINTEXT_PASSWORD", "DMS_NO_PLAINTEXT_PASSWORD",
                "AMAZON_MQ_BROKER_USERS_NO_PLAINTEXT_PASSWORD", "MICROSOFT_AD_NO_PLAINTEXT_PASSWORD", "IAM_USER_LOGIN_PROFILE_NO_PLAINTEXT_PASSWORD",
            ],
            Cwe = ["CWE-798"],
        },
        CfnProperties = ["MasterUserPassword", "TdeCredentialPassword", "AdminUserPassword", "Password", "AuthToken", "SecretString", "Users", "LoginProfile"],
        Targets =
        [
            .. Password("MasterUserPassword", "Amazon.CDK.AWS.RDS.CfnDBInstance", "Amazon.CDK.AWS.RDS.CfnDBCluster", "Amazon.CDK.AWS.DocDB.CfnDBCluster", "Amazon.CDK.AWS.Redshift.CfnCluster", "Amazon.CDK.AWS.Lightsail.CfnDatabase"),
            .. Password("TdeCredentialPassword", "Amazon.CDK.AWS.RDS.CfnDBInstance"),
            .. Password("AdminUserPassword", "Amazon.CDK.AWS.RedshiftServerless.CfnNamespace", "Amazon.CDK.AWS.DocDBElastic.CfnCluster"),
            .. Password("Password", "Amazon.CDK.AWS.DMS.CfnEndpoint", "Amazon.CDK.AWS.DirectoryService.CfnMicrosoftAD", "Amazon.CDK.AWS.DirectoryService.CfnSimpleAD", "Amazon.CDK.AWS.Timestream.CfnInfluxDBInstance"),
            .. Password("AuthToken", "Amazon.CDK.AWS.ElastiCache.CfnReplicationGroup"),
            Target.Of("Amazon.CDK.AWS.SecretsManager.CfnSecret", Prop("SecretString").Test(IsReference, Default.Satisfies)),
            Target.Of("Amazon.CDK.AWS.IAM.CfnUser", Prop("LoginProfile.Password").Test(IsReference, Default.Satisfies)),
            Target.Of("Amazon.CDK.AWS.AmazonMQ.CfnBroker", Prop("Users").Each(Prop("Password").Test(IsReference, Default.Satisfies))),
            Target.Of("Amazon.CDK.AWS.OpenSearchService.CfnDomain", Prop("AdvancedSecurityOptions.MasterUserOptions.MasterUserPassword").Test(IsReference, Default.Satisfies)),
            Target.Of("Amazon.CDK.AWS.Events.CfnConnection", Prop("AuthParameters.BasicAuthParameters.Password").Test(IsReference, Default.Satisfies)),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [UnsafeUnwrap, LiteralPassword];

    private static IEnumerable<Target> Password(string property, params string[] types) =>
    [
        Target.Of(
            types,
            Prop(property).Test(IsReference, Default.Satisfies),
            Fix.Set(property, "Amazon.CDK.SecretValue.SecretsManager(\"{id}Password\").UnsafeUnwrap()", "Read the password from Secrets Manager (the secret must exist)")),
    ];

    /// <summary>A password is a reference to where the secret is kept, and not the secret.</summary>
    public static Outcome IsReference(Value password) => password switch
    {
        ConstantValue { Constant: string text } => text.StartsWith("{{resolve:", StringComparison.Ordinal) || text.Trim() is "" or "{}" ? Outcome.Satisfied : Outcome.Violated,
        // A parameter that hides its value is as good; one that does not shows it in the console.
        CallValue { Method.Name: "get_ValueAsString", Receiver: ObjectValue { Type.Name: "CfnParameter" } parameter } => HidesValue(parameter),
        UnknownValue or OneOfValue => Outcome.Unknown,
        _ => Outcome.Satisfied,
    };

    private static Outcome HidesValue(ObjectValue parameter)
    {
        if (!parameter.Arguments.TryGetValue("props", out var props) || props is not ObjectValue { IsOpen: false } given)
            return Outcome.Unknown;
        return given.Members.TryGetValue("NoEcho", out var hidden) ? PropertyPath.Bool(hidden) switch { true => Outcome.Satisfied, false => Outcome.Violated, null => Outcome.Unknown } : Outcome.Violated;
    }

    /// <summary>
    /// An unwrapped secret is a reference that CloudFormation resolves, and properties of L1 classes take it so. Anywhere else the text ends up
    /// where it can be read: in an output, a script, a tag.
    /// </summary>
    private static Verdict StaysReference(Value arguments, Construct call)
    {
        IOperation at = call.Operation;
        while (at.Parent is IConversionOperation or IParenthesizedOperation)
            at = at.Parent;
        switch (at.Parent)
        {
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { ContainingType: { } owner } property } target } write when write.Value == at && target.Arguments.Length == 0:
                if (IsEnvironment(at))
                    return Verdict.Satisfied;
                return owner.Name.StartsWith("Cfn", StringComparison.Ordinal) && !owner.Name.StartsWith("CfnOutput", StringComparison.Ordinal) || owner.ContainingType is not null || SecretText.IsSecretName(property.Name)
                    ? Verdict.Satisfied
                    : Shown($"The secret becomes plain text in {property.Name}");
            case IArgumentOperation { Parameter: { } parameter }:
                return IsEnvironment(at) || SecretText.IsSecretName(parameter.Name) ? Verdict.Satisfied : Verdict.Unknown;
            case IInterpolationOperation or IBinaryOperation when !IsEnvironment(at):
                return IsInsideL1(at) ? Verdict.Unknown : Shown("The secret becomes part of a plain text");
            default:
                return Verdict.Unknown;
        }
    }

    // Environment variables of functions have a rule of their own.
    private static bool IsEnvironment(IOperation operation)
    {
        for (var at = operation.Parent; at is not null and not IBlockOperation; at = at.Parent)
        {
            if (at is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Environment" or "Variables" } } or IInvocationOperation { TargetMethod.Name: "AddEnvironment" })
                return true;
        }

        return false;
    }

    private static bool IsInsideL1(IOperation operation)
    {
        for (var at = operation.Parent; at is not null and not IBlockOperation; at = at.Parent)
        {
            if (at is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.ContainingType: { } owner } })
                return owner.Name.StartsWith("Cfn", StringComparison.Ordinal) && owner.Name != "CfnOutputProps" || owner.ContainingType is not null;
        }

        return false;
    }

    private static Verdict Shown(string what) => Verdict.Violated with { Detail = what };

    private static Verdict IsNotWritten(Value arguments, Construct call)
    {
        var text = call.Cdk.Resolver.Member(arguments, "secret");
        if (text is not ConstantValue { Constant: string secret })
            return text is UnknownValue or OneOfValue ? Verdict.Unknown : Verdict.Satisfied;
        // The other fields of a secret, such as the user's name, need not be secret.
        return secret.Trim() is "" or "{}" || FieldOf(call.Operation) is { } field && !SecretText.IsSecretName(field) ? Verdict.Satisfied : Shown("The secret is written in the code");
    }

    private static string? FieldOf(IOperation call)
    {
        IOperation at = call;
        while (at.Parent is IConversionOperation or IParenthesizedOperation)
            at = at.Parent;
        var key = at.Parent switch
        {
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.Length: 1 } entry } => entry.Arguments[0].Value,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: 2 } add } => add.Arguments[0].Value,
            _ => null,
        };
        return key?.ConstantValue is { HasValue: true, Value: string name } ? name : null;
    }
}
