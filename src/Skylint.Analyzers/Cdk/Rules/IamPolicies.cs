using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about how AWS IAM users, groups and roles get their permissions. What grant methods make is the library's affair, unless an option asks for it.</summary>
internal static class IamPolicies
{
    private const string Namespace = "Amazon.CDK.AWS.IAM.";
    private const string User = Namespace + "User";
    private const string Group = Namespace + "Group";
    private const string Role = Namespace + "Role";
    private const string CfnUser = Namespace + "CfnUser";
    private const string CfnGroup = Namespace + "CfnGroup";
    private const string CfnRole = Namespace + "CfnRole";
    private const string Addition = Namespace + "CfnUserToGroupAddition";
    private const string AdditionProps = Namespace + "CfnUserToGroupAdditionProps";

    private const string ImplicitRoles = "implicit_roles";
    private const string Granted = "granted";

    private static readonly string[] s_nagOfInline = ["HIPAA.Security-IAMNoInlinePolicy", "NIST.800.53.R4-IAMNoInlinePolicy", "NIST.800.53.R5-IAMNoInlinePolicy", "PCI.DSS.321-IAMNoInlinePolicy"];

    private static readonly Requirement s_ownRoleIsDue = IsRequested(() => NoAwsManaged!, ImplicitRoles);

    private static readonly string[] s_l1 = [CfnUser, CfnGroup, CfnRole];

    private static readonly string[] s_l1Policies = [Namespace + "CfnPolicy", Namespace + "CfnManagedPolicy"];

    private static readonly Requirement s_isOwnPolicy = Self.Test(
        policy => policy switch
        {
            CallValue { Method: { Name: "FromAwsManagedPolicyName", ContainingType.Name: "ManagedPolicy" } } => Outcome.Violated,
            CallValue { Method: { Name: "FromManagedPolicyArn", ContainingType.Name: "ManagedPolicy" }, Arguments.Count: 3 } call => IsOwnArn(call.Arguments[2]),
            CallValue { Method: { Name: "FromManagedPolicyName", ContainingType.Name: "ManagedPolicy" } } or ObjectValue => Outcome.Satisfied,
            _ => Outcome.Unknown,
        },
        Default.Satisfies);

    public static readonly ConstructRule NoInline = new()
    {
        Id = "SKY1146",
        Key = "IAMNoInlinePolicy",
        Title = "Permissions are written into one role, user or group",
        Message = "{0} writes permissions inline; use a managed policy",
        Why = "An inline policy belongs to one role, user or group: it cannot be reused, has no versions to go back to, and does not show up where somebody looks through the policies of the account.",
        NoFix = "Which permissions belong together in a policy of their own is a decision that only the owner can make.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References
        {
            CdkNag = s_nagOfInline,
            Guard = ["IAM_NO_INLINE_POLICY_CHECK"],
        },
        Options = [new RuleOption(Granted, "false", "Also report the grants and settings for which the CDK writes an inline policy, as cdk-nag does.") { CdkNag = s_nagOfInline }],
        CfnProperties = ["Policies"],
        Targets =
        [
            // What grants add is made by the library; only what is written by hand is judged.
            Target.Of(Role, Prop("InlinePolicies").Test(IsNothing, Default.Satisfies)),
            Target.Of([Namespace + "Policy", Namespace + "CfnPolicy", Namespace + "CfnRolePolicy", Namespace + "CfnUserPolicy", Namespace + "CfnGroupPolicy"], Never),
            .. new[] { Role, User, Group }.Select(type => Target.Call(type, "AddToPolicy", Never)),
            Target.Call(Namespace + "IPrincipal", "AddToPrincipalPolicy", Never),
            Target.Call("Amazon.CDK.AWS.Lambda.IFunction", "AddToRolePolicy", Never),
            Target.Call("Amazon.CDK.AWS.ECS.TaskDefinition", "AddToTaskRolePolicy", Never),
            Target.Call("Amazon.CDK.AWS.ECS.TaskDefinition", "AddToExecutionRolePolicy", Never),
            Target.Of(s_l1, Prop("Policies").Test(IsNothing, Default.Satisfies)),
            .. Grants.All(Granted),
            .. ImpliedPermissions.All(Granted),
        ],
    };

    public static readonly ConstructRule NoAwsManaged = new()
    {
        Id = "SKY1147",
        Key = "IAMNoManagedPolicies",
        Title = "Permissions come from a policy of AWS",
        Message = "{0} uses a policy that AWS manages; write one that allows what is needed",
        Why = "Policies of AWS are made for everybody: they allow far more than one program needs, on all resources, and AWS adds to them without asking.",
        NoFix = "Which actions and resources are needed is known only to whoever wrote the code that uses them.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-IAM4"], Guard = ["IAM_ROLE_ELEVATED_MANAGED_POLICY_RULE"], Cwe = ["CWE-250"] },
        Options =
        [
            new RuleOption(ImplicitRoles, "false", "Also report functions and APIs that leave their role to the CDK, which gives it a policy of AWS, as cdk-nag does.")
            {
                CdkNag = ["AwsSolutions-IAM4"],
            },
        ],
        CfnProperties = ["ManagedPolicyArns"],
        Targets =
        [
            Target.Of(Lambda.Functions, When(s_ownRoleIsDue, Prop("Role").IsSet())),
            Target.Of(ApiGatewayStages.RestApis, When(s_ownRoleIsDue, Prop("CloudWatchRole").IsFalse(Default.Flag("@aws-cdk/aws-apigateway:disableCloudWatchRole", on: Default.Satisfies, off: Default.Violates)))),
            Target.Of([Role, User, Group], Prop("ManagedPolicies").Each(s_isOwnPolicy)),
            Target.Call(Role, "AddManagedPolicy", Prop("policy").Has(s_isOwnPolicy)),
            Target.Call(User, "AddManagedPolicy", Prop("policy").Has(s_isOwnPolicy)),
            Target.Call(Group, "AddManagedPolicy", Prop("policy").Has(s_isOwnPolicy)),
            Target.Of(s_l1, Prop("ManagedPolicyArns").Each(Self.Test(IsOwnArn, Default.Satisfies))),
        ],
    };

    public static readonly ConstructRule GroupHasUsers = new()
    {
        Id = "SKY1148",
        Key = "IAMGroupHasUsers",
        Title = "Group has no users",
        Message = "{0} has no users; add some, or remove the group",
        Why = "A group without users gives its permissions to whoever is put into it first, and nobody looks at it until then.",
        NoFix = "Who belongs to the group, or whether it is still needed, is known only to its owner.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["HIPAA.Security-IAMGroupHasUsers", "NIST.800.53.R4-IAMGroupHasUsers", "PCI.DSS.321-IAMGroupHasUsers"] },
        Targets =
        [
            Target.Of(Group, AnyOf(Calls("AddUser"), GivenTo(User, "AddToGroup"), UsedBy(User, Namespace + "UserProps", CfnUser, Namespace + "CfnUserProps", Addition, AdditionProps))),
            Target.Of(CfnGroup, AnyOf(UsedBy(CfnUser, Namespace + "CfnUserProps", Addition, AdditionProps), AllOf(Prop("GroupName").IsSet(), Mentions("CfnUserToGroupAddition")))),
        ],
    };

    public static readonly ConstructRule UserInGroup = new()
    {
        Id = "SKY1149",
        Key = "IAMUserGroupMembership",
        Title = "User belongs to no group",
        Message = "{0} belongs to no group; add it to one that has the permissions",
        Why = "Permissions that are given to single users are forgotten when people change their work. A group says what its members may do, and leaving it takes all of that away.",
        NoFix = "Which group has the permissions that the user needs is known only to the owner.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-IAMUserGroupMembership", "NIST.800.53.R4-IAMUserGroupMembership", "NIST.800.53.R5-IAMUserGroupMembership", "PCI.DSS.321-IAMUserGroupMembership"],
            Guard = ["IAM_USER_MISSING_GROUP_RULE"],
        },
        CfnProperties = ["Groups"],
        Targets =
        [
            Target.Of(User, AnyOf(Prop("Groups").IsSet(), Calls("AddToGroup"), GivenTo(Group, "AddUser"), UsedBy(Addition, AdditionProps))),
            Target.Of(CfnUser, AnyOf(Prop("Groups").IsSet(), UsedBy(Addition, AdditionProps))),
        ],
    };

    public static readonly ConstructRule UserHasNoPolicies = new()
    {
        Id = "SKY1150",
        Key = "IAMUserNoPolicies",
        Title = "Permissions are given to a single user",
        Message = "{0} gives permissions to a single user; give them to a group or a role",
        Why = "Permissions that are given to single users are forgotten when people change their work, and nobody sees from the policy who has them.",
        NoFix = "Which group or role the permissions belong to is known only to the owner.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-IAMUserNoPolicies", "NIST.800.53.R4-IAMUserNoPolicies", "NIST.800.53.R5-IAMUserNoPolicies", "PCI.DSS.321-IAMUserNoPolicies"],
            SecurityHub = ["IAM.2"],
            Checkov = ["CKV_AWS_40"],
            Trivy = ["AWS-0143"],
            Guard = ["IAM_USER_NO_POLICIES_CHECK", "IAM_NO_POLICY_ON_USER"],
        },
        CfnProperties = ["Policies", "ManagedPolicyArns", "Users"],
        Targets =
        [
            Target.Of(User, Prop("ManagedPolicies").Test(IsNothing, Default.Satisfies)),
            .. new[] { "AddManagedPolicy", "AddToPolicy", "AddToPrincipalPolicy", "AttachInlinePolicy" }.Select(method => Target.Call(User, method, Never)),
            Target.Of([Namespace + "Policy", Namespace + "ManagedPolicy", .. s_l1Policies], Prop("Users").Test(IsNothing, Default.Satisfies)),
            Target.Call(Namespace + "Policy", "AttachToUser", Never),
            Target.Call(Namespace + "ManagedPolicy", "AttachToUser", Never),
            Target.Of(CfnUser, AllOf(Prop("Policies").Test(IsNothing, Default.Satisfies), Prop("ManagedPolicyArns").Test(IsNothing, Default.Satisfies))),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [NoInline, NoAwsManaged, GroupHasUsers, UserInGroup, UserHasNoPolicies];

    private static Outcome IsNothing(Value value) => value switch
    {
        ListValue { Items.Count: > 0 } or MapValue { Entries.Count: > 0 } => Outcome.Violated,
        ListValue { IsOpen: false } or MapValue { IsOpen: false } => Outcome.Satisfied,
        _ => Outcome.Unknown,
    };

    // arn:aws:iam::aws:policy/ReadOnlyAccess, in any partition; the parts that the code does not tell do not matter.
    private static Outcome IsOwnArn(Value arn) => Statement.TextOf(arn) is { } text ? text.Contains(":iam::aws:") ? Outcome.Violated : Outcome.Satisfied
        : arn is CallValue { Method.Name: "get_ManagedPolicyArn", Receiver: { } owner } ? owner is CallValue { Method.Name: "FromAwsManagedPolicyName" } ? Outcome.Violated : Outcome.Satisfied
        : Outcome.Unknown;
}
