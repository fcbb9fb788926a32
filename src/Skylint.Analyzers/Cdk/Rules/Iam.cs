using System.Text.RegularExpressions;
using Skylint.Catalog;
using Skylint.Cdk.Model;
using Skylint.Configuration;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about AWS IAM. They judge statements that are written by hand; what grants make is the library's affair, unless an option asks for it.</summary>
internal static class Iam
{
    private const string EveryWildcard = "every_wildcard";

    // Actions that can always be limited to a resource, and that read, change or take over something when they are not.
    private static readonly string[] s_limitable =
    [
        "s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:PutBucket", "s3:DeleteBucket",
        "dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:Scan", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem", "dynamodb:DeleteTable",
        "sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:PurgeQueue", "sqs:DeleteQueue",
        "lambda:InvokeFunction", "lambda:UpdateFunctionCode", "lambda:DeleteFunction", "lambda:AddPermission",
        "kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt", "kms:GenerateDataKey", "kms:Sign", "kms:CreateGrant", "kms:ScheduleKeyDeletion", "kms:PutKeyPolicy",
        "secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue", "secretsmanager:UpdateSecret", "secretsmanager:DeleteSecret",
        "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath", "ssm:PutParameter", "ssm:DeleteParameter",
        "iam:PassRole", "iam:CreateAccessKey", "iam:AttachRolePolicy", "iam:AttachUserPolicy", "iam:PutRolePolicy", "iam:PutUserPolicy", "iam:UpdateAssumeRolePolicy",
        "sts:AssumeRole",
        "states:StartExecution",
        "events:PutEvents",
        "kinesis:PutRecord", "kinesis:GetRecords",
        "firehose:PutRecord",
        "rds-db:connect", "rds-data:ExecuteStatement",
        "cloudfront:CreateInvalidation",
    ];

    // Every object of a kind: no account, region or name is given.
    private static readonly Regex s_everyResource = new(
        @"^(?:\*|arn:[^:]+:s3:::\*(?:/\*)?|arn:[^:]+:[^:]+:\*?:\*?:(?:(?:table|role|user|policy|function|key|secret|parameter|stateMachine|stream|deliverystream|event-bus|dbuser|cluster)[:/])?\*)$",
        RegexOptions.CultureInvariant);

    private static readonly string[] s_documents = ["Amazon.CDK.AWS.IAM.CfnPolicy", "Amazon.CDK.AWS.IAM.CfnManagedPolicy", "Amazon.CDK.AWS.IAM.CfnRolePolicy", "Amazon.CDK.AWS.IAM.CfnUserPolicy", "Amazon.CDK.AWS.IAM.CfnGroupPolicy"];

    private static readonly string[] s_owners = ["Amazon.CDK.AWS.IAM.CfnRole", "Amazon.CDK.AWS.IAM.CfnUser", "Amazon.CDK.AWS.IAM.CfnGroup"];

    public static readonly ConstructRule Wildcards = new()
    {
        Id = "SKY1029",
        Key = "IAMNoWildcardPermissions",
        Title = "Permission is wider than it needs to be",
        Message = "{0} allows {1}; name what is needed",
        Why = "Whoever takes over the code that has this permission can do everything it allows, to resources of other teams as well. Name the actions and the resources, or let a grant method such as GrantRead do it.",
        NoFix = "Which actions and resources are needed is known only to whoever wrote the code that uses them.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["AwsSolutions-IAM5", "HIPAA.Security-IAMPolicyNoStatementsWithFullAccess", "NIST.800.53.R5-IAMPolicyNoStatementsWithFullAccess", "PCI.DSS.321-IAMPolicyNoStatementsWithFullAccess", "Serverless-LambdaStarPermissions"],
            SecurityHub = ["IAM.21"],
            Checkov = ["CKV_AWS_107", "CKV_AWS_108", "CKV_AWS_109", "CKV_AWS_111"],
            Trivy = ["AWS-0345", "AWS-0346"],
            Sonar = ["S6302", "S6304"],
            Guard = ["IAM_POLICYDOCUMENT_NO_WILDCARD_RESOURCE", "IAM_POLICY_NO_STATEMENTS_WITH_FULL_ACCESS"],
            Cwe = ["CWE-250", "CWE-732"],
        },
        Options = [new RuleOption(EveryWildcard, "false", "Also report wildcards inside a name, such as s3:Get* and the objects of one bucket, actions on every resource that cannot be limited, and the wildcards that the CDK writes for grants and settings, as cdk-nag does.") { CdkNag = ["AwsSolutions-IAM5"] }],
        CfnProperties = ["PolicyDocument", "Policies"],
        Targets =
        [
            .. OfPolicies(HasNoWildcard),
            Target.Of("Amazon.CDK.CustomResources.AwsCustomResource", That((props, construct) => Statement.OfSdkCalls(props, construct) is { } statement ? HasNoWildcard(statement, construct) : Verdict.Unknown)),
            .. Grants.OfWildcards(EveryWildcard),
            .. ImpliedPermissions.OfWildcards(EveryWildcard),
        ],
    };

    public static readonly ConstructRule AdminAccess = new()
    {
        Id = "SKY1030",
        Key = "IAMPolicyNoStatementsWithAdminAccess",
        Title = "Policy allows everything on everything",
        Message = "{0} allows every action on every resource; name what is needed",
        Why = "With this statement the role or user is an administrator of the account: it can read every secret, delete every backup and create users. One flaw in the code that runs with it gives the whole account away.",
        NoFix = "Which actions are needed is known only to whoever wrote the code that uses them.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["HIPAA.Security-IAMPolicyNoStatementsWithAdminAccess", "NIST.800.53.R4-IAMPolicyNoStatementsWithAdminAccess", "NIST.800.53.R5-IAMPolicyNoStatementsWithAdminAccess", "PCI.DSS.321-IAMPolicyNoStatementsWithAdminAccess"],
            SecurityHub = ["IAM.1"],
            Checkov = ["CKV_AWS_62", "CKV_AWS_63"],
            Sonar = ["S6302"],
            Guard = ["IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS"],
            Cwe = ["CWE-250"],
        },
        CfnProperties = ["PolicyDocument", "Policies"],
        Targets = OfPolicies((statement, _) => AllowsEverything(statement)),
    };

    public static readonly ConstructRule AnyPrincipal = new()
    {
        Id = "SKY1031",
        Key = "IamAnyPrincipalAllow",
        Title = "Everyone is allowed",
        Message = "{0} allows every AWS account and anonymous caller; name the principals, or restrict them with a condition",
        Why = "A principal of * is the whole world, not the account: anyone can use the resource or take on the role. Name the accounts, roles or services, or add a condition such as aws:PrincipalOrgID.",
        NoFix = "Who may use the resource is a decision that only its owner can make.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["AwsSolutions-ECR1"],
            SecurityHub = ["KMS.5", "SNS.4"],
            Checkov = ["CKV_AWS_32", "CKV_AWS_33", "CKV_AWS_60"],
            Trivy = ["AWS-0032", "AWS-0097"],
            Sonar = ["S6270"],
            Guard = ["S3_BUCKET_POLICY_NO_WILDCARD_PRINCIPAL", "SNS_TOPICPOLICY_NO_WILDCARD_PRINCIPAL", "SQS_QUEUEPOLICY_NO_WILDCARD_PRINCIPAL", "KMS_NO_WILDCARD_PRINCIPAL", "LAMBDA_NO_WILDCARD_PRINCIPALS"],
            Cwe = ["CWE-284"],
        },
        CfnProperties = ["PolicyDocument", "KeyPolicy", "ResourcePolicy", "AssumeRolePolicyDocument", "RepositoryPolicyText", "PolicyText"],
        Targets =
        [
            Target.Of("Amazon.CDK.AWS.IAM.PolicyStatement", Statement.Created(NamesPrincipals)),
            Target.Call("Amazon.CDK.AWS.IAM.PolicyStatement", "FromJson", That((arguments, call) => OfJson(arguments, call, NamesPrincipals))),
            Target.Call("Amazon.CDK.AWS.IAM.PolicyDocument", "FromJson", Statement.InDocument("obj", NamesPrincipals)),
            Target.Of("Amazon.CDK.AWS.IAM.Role", Prop("AssumedBy").Test(principal => IsAnyone(principal) switch { true => Outcome.Violated, false => Outcome.Satisfied, null => Outcome.Unknown }, Default.Unknown)),
            Target.Of(["Amazon.CDK.AWS.S3.CfnBucketPolicy", "Amazon.CDK.AWS.SQS.CfnQueuePolicy", "Amazon.CDK.AWS.SNS.CfnTopicPolicy"], Statement.InDocument("PolicyDocument", NamesPrincipals)),
            Target.Of("Amazon.CDK.AWS.KMS.CfnKey", Statement.InDocument("KeyPolicy", NamesPrincipals)),
            Target.Of("Amazon.CDK.AWS.IAM.CfnRole", Statement.InDocument("AssumeRolePolicyDocument", NamesPrincipals)),
            Target.Of("Amazon.CDK.AWS.SecretsManager.CfnResourcePolicy", Statement.InDocument("ResourcePolicy", NamesPrincipals)),
            Target.Of("Amazon.CDK.AWS.ECR.CfnRepository", Statement.InDocument("RepositoryPolicyText", NamesPrincipals)),
            Target.Of("Amazon.CDK.AWS.ECR.CfnRegistryPolicy", Statement.InDocument("PolicyText", NamesPrincipals)),
        ],
    };

    public static readonly ConstructRule AccessKey = new()
    {
        Id = "SKY1032",
        Key = "IamAccessKeyCreated",
        Title = "Long-lived access key is created",
        Message = "{0} is a key that never expires; let the caller assume a role instead",
        Why = "An access key works from anywhere until somebody deletes it, and sooner or later it stands in a file, a log or a chat. A role gives credentials that expire within hours: to AWS services directly, to CI through OpenID Connect, to people through IAM Identity Center.",
        NoFix = "How the caller proves who it is has to change with it.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References { SecurityHub = ["IAM.3"], Trivy = ["AWS-0146"], Sonar = ["S7625"], Cwe = ["CWE-798"] },
        Targets =
        [
            // A key that is switched off is on its way out.
            Target.Of(["Amazon.CDK.AWS.IAM.AccessKey", "Amazon.CDK.AWS.IAM.CfnAccessKey"], Prop("Status").IsOneOf(["INACTIVE"])),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [Wildcards, AdminAccess, AnyPrincipal, AccessKey];

    private static IReadOnlyList<Target> OfPolicies(Func<Statement, Construct, Verdict> judge) =>
    [
        Target.Of("Amazon.CDK.AWS.IAM.PolicyStatement", Statement.Created(judge)),
        Target.Call("Amazon.CDK.AWS.IAM.PolicyStatement", "FromJson", That((arguments, call) => OfJson(arguments, call, judge))),
        Target.Call("Amazon.CDK.AWS.IAM.PolicyDocument", "FromJson", Statement.InDocument("obj", judge)),
        Target.Of(s_documents, Statement.InDocument("PolicyDocument", judge)),
        Target.Of(s_owners, Prop("Policies").Each(Statement.InDocument("PolicyDocument", judge))),
    ];

    private static Verdict OfJson(Value arguments, Construct call, Func<Statement, Construct, Verdict> judge) =>
        call.Cdk.Resolver.Member(arguments, "obj") is MapValue json ? judge(Statement.OfJson(json, call), call) : Verdict.Unknown;

    private static Verdict AllowsEverything(Statement statement)
    {
        // A statement with principals belongs to a resource: it says who may use this one.
        if (statement is not { IsAllow: true, HasPrincipals: false, HasConditions: false })
            return Certain(statement);
        return statement.Actions.FirstOrDefault(a => Statement.TextOf(a) is "*" or "*:*") is { } action && statement.Resources.Any(r => Statement.TextOf(r) == "*")
            ? new Verdict(Outcome.Violated, action)
            : Verdict.Satisfied;
    }

    private static Verdict HasNoWildcard(Statement statement, Construct construct)
    {
        if (statement is not { IsAllow: true, HasPrincipals: false })
            return Certain(statement);
        if (AllowsEverything(statement).Outcome == Outcome.Violated)
            return Verdict.Satisfied;
        var everyWildcard = construct.Cdk.Options.GetBool(construct.Operation.Syntax.SyntaxTree, Wildcards, EveryWildcard);
        foreach (var action in statement.Actions)
        {
            if (Statement.TextOf(action) is not { } text || !text.Contains("*"))
                continue;
            if (text is "*" or "*:*")
                return Violated(action, "every action");
            if (text.EndsWith(":*", StringComparison.Ordinal))
                return Violated(action, $"every action of {text.Substring(0, text.Length - 2)}");
            if (everyWildcard)
                return Violated(action, text);
        }

        foreach (var resource in statement.Resources)
        {
            if (Statement.TextOf(resource) is not { } text || !text.Contains("*"))
                continue;
            if (everyWildcard)
                return Violated(resource, $"its actions on {text}");
            if (statement.HasConditions == false && s_everyResource.IsMatch(text) && statement.Actions.Select(Statement.TextOf).FirstOrDefault(IsLimitable) is { } action)
                return Violated(resource, $"{action} on every resource");
        }

        return Verdict.Satisfied;
    }

    // An action, or a pattern such as s3:Get*, that covers one which can be limited.
    private static bool IsLimitable(string? action)
    {
        if (action is null || action.IndexOf(':') < 0)
            return false;
        var prefix = action.TrimEnd('*');
        return s_limitable.Any(limitable => prefix.Length < action.Length
            ? limitable.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) || prefix.StartsWith(limitable, StringComparison.OrdinalIgnoreCase)
            : action.Equals(limitable, StringComparison.OrdinalIgnoreCase));
    }

    private static Verdict NamesPrincipals(Statement statement, Construct construct)
    {
        if (statement is not { IsAllow: true, HasConditions: false })
            return Certain(statement);
        if (statement.Principals.FirstOrDefault(p => IsAnyone(p) == true) is not { } anyone)
            return Verdict.Satisfied;
        // An API is open to everyone unless its policy denies; the policy of a VPC endpoint has to name everyone.
        if (statement.Actions.Count > 0 && statement.Actions.All(a => Statement.TextOf(a)?.StartsWith("execute-api:", StringComparison.Ordinal) == true) || IsOfEndpoint(construct))
            return Verdict.Satisfied;
        return new Verdict(Outcome.Violated, anyone);
    }

    private static bool IsOfEndpoint(Construct construct)
    {
        for (var at = construct.Operation.Parent; at is not null; at = at.Parent)
        {
            if (IsAddToEndpoint(at))
                return true;
        }

        return construct.Usages.Any(u => IsAddToEndpoint(u.Operation));

        static bool IsAddToEndpoint(Microsoft.CodeAnalysis.IOperation operation) =>
            operation is Microsoft.CodeAnalysis.Operations.IInvocationOperation { TargetMethod: { Name: "AddToPolicy", ContainingType: { } type } } && type.Name.EndsWith("VpcEndpoint", StringComparison.Ordinal);
    }

    /// <summary>Whether the principal is the whole world; null when the code does not tell.</summary>
    public static bool? IsAnyone(Value principal) => principal switch
    {
        ConstantValue { Constant: string text } => text is "*" or "arn:aws:iam::*:root",
        ObjectValue { Type: { Name: "AnyPrincipal" or "StarPrincipal", ContainingNamespace.Name: "IAM" } } => true,
        ObjectValue { Type: { Name: "ArnPrincipal" or "AccountPrincipal", ContainingNamespace.Name: "IAM" } } made => made.Arguments.Values.Any(a => a is ConstantValue { Constant: "*" }),
        ObjectValue { Type: { Name: "CompositePrincipal", ContainingNamespace.Name: "IAM" } } made => made.Arguments.Values.OfType<ListValue>().SelectMany(l => l.Items).Any(p => IsAnyone(p) == true),
        // WithConditions(...) and the like restrict it.
        ObjectValue or CallValue => false,
        _ => null,
    };

    private static Verdict Violated(Value culprit, string what) => new(Outcome.Violated, culprit) { Detail = what };

    private static Verdict Certain(Statement statement) =>
        statement.IsAllow == false || statement.HasPrincipals == true || statement.HasConditions == true ? Verdict.Satisfied : Verdict.Unknown;
}
