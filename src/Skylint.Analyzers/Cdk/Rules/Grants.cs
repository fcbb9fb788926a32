using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>
/// The methods that write permissions for a grantee into the policy of its role, and the wildcards in what they write. They return a <c>Grant</c>;
/// on imported resources they write the same as on others.
/// </summary>
internal static class Grants
{
    private const string Aws = "Amazon.CDK.AWS.";
    private const string Result = Aws + "IAM.Grant";
    private const string EveryVersion = "lambda:InvokeFunction on every version";
    private const string Message = "execute-api:ManageConnections on every connection";
    private const string Token = "ecr:GetAuthorizationToken on *";
    private const string Execution = "its actions on every execution";
    private const string Stage = "execute-api:Invoke on every stage";
    private const string Paths = "its actions on every path of the domain";
    private const string Instances = "its actions on every instance";
    private const string Encrypt = "kms:ReEncrypt*";
    private const string Indexes = "its actions on every index";

    // Everything that returns a grant and takes whom it is for, in any service.
    private static readonly string[] s_methods =
    [
        .. Words("Grant GrantAdmin GrantAssumeRole GrantAttachVolume GrantAttachVolumeByResourceTag GrantConnect GrantConsumeMessages GrantCreateInvalidation GrantDataApiAccess GrantDecrypt GrantDelegation"),
        .. Words("GrantDelete GrantDeleteLongTermMemory GrantDeleteSchedules GrantDeleteShortTermMemory GrantDetachVolume GrantDetachVolumeByResourceTag GrantEncrypt GrantEncryptDecrypt GrantEvaluate"),
        .. Words("GrantEvaluateForGateway GrantExecute GrantExecution GrantFullAccess GrantGenerateMac GrantIndexRead GrantIndexReadWrite GrantIndexWrite GrantInvoke GrantInvokeLatestVersion GrantInvokeRuntime"),
        .. Words("GrantInvokeRuntimeForUser GrantInvokeUrl GrantInvokeVersion GrantManage GrantManageConnections GrantManagementApiAccess GrantMutation GrantPassRole GrantPathRead GrantPathReadWrite"),
        .. Words("GrantPathWrite GrantPublish GrantPublishAndSubscribe GrantPull GrantPullPush GrantPurge GrantPush GrantPut GrantPutAcl GrantPutEventsTo GrantPutLifecycleEventHookExecutionStatus GrantPutRecords"),
        .. Words("GrantQuery GrantRead GrantReadConfig GrantReadData GrantReadLongTermMemory GrantReadSchedules GrantReadShortTermMemory GrantReadWrite GrantReadWriteData GrantRedriveExecution"),
        .. Words("GrantReplicationPermission GrantRootAccess GrantRun GrantSendEmail GrantSendMessages GrantSign GrantSignVerify GrantStartExecution GrantStartPipelineExecution GrantStartSyncExecution"),
        .. Words("GrantStream GrantStreamAggregatedResources GrantStreamRead GrantSubscribe GrantSubscription GrantSync GrantTableListStreams GrantTaskProtection GrantTaskResponse GrantToUnderlyingResources"),
        .. Words("GrantUse GrantVerify GrantVerifyMac GrantWrite GrantWriteData GrantWriteSchedules"),
        // Later versions have a class for the grants of a resource: `bucket.Grants.Read(role)`.
        .. Words("Actions ActionsOnBucketAndObjectKeys ActionsOnObjectKeys Admin AllPutEvents AssumeRole ConsumeMessages CreateInvalidation Decrypt Delegation Delete DeleteSchedules Encrypt EncryptDecrypt"),
        .. Words("Execution FullAccess GenerateMac Invoke List PassRole Publish Pull PullPush Purge Put PutAcl PutRecords Read ReadData ReadSchedules ReadWrite ReadWriteData RedriveExecution"),
        .. Words("ReplicationPermission SendMessages Sign SignVerify StartExecution StartSyncExecution StreamAggregatedResources Subscribe TaskProtection TaskResponse Update Verify VerifyMac"),
        .. Words("Write WriteData WriteSchedules"),
    ];

    // What they are granted stands in the policy of the resource.
    private static readonly string[] s_withoutPolicy = [Aws + "IAM.PrincipalBase", Aws + "IAM.UnknownPrincipal", Aws + "CloudFront.IOriginAccessIdentity"];

    private static readonly string[] s_managed = [Aws + "IAM.IManagedPolicy"];

    private static readonly Requirement s_hasIndex = That((arguments, call) => CreationOf(call.Cdk.Resolver.Member(arguments, "this"), call.Cdk) is { } table
        ? AnyOf(Prop("GlobalSecondaryIndexes").IsSet(), Prop("LocalSecondaryIndexes").IsSet(), Calls("AddGlobalSecondaryIndex", "AddLocalSecondaryIndex")).Check(table.Props, table).Outcome
        : Outcome.Unknown);

    private static readonly Requirement s_isImported = Prop("this").Test(group => group is CallValue { Method: { IsStatic: true, Name: var name } } && name.StartsWith("From", StringComparison.Ordinal) ? Outcome.Satisfied : Outcome.Unknown, Default.Unknown);

    // Which grants write a wildcard, and which, as an example; what a condition does not show has none.
    private static readonly Row[] s_wildcards =
    [
        new("APIGateway.Method", "GrantExecute", Stage, Prop("this.HttpMethod").Is("ANY")),
        new("Apigatewayv2.IHttpRoute", "GrantInvoke", Stage),
        new("Apigatewayv2.WebSocketApi", "GrantManageConnections", Message),
        new("Apigatewayv2.WebSocketStage", "GrantManagementApiAccess", Message),
        new("AppConfig.IEnvironment", "GrantReadConfig", "appconfig:GetLatestConfiguration on every configuration"),
        new("AppSync.IGraphqlApi", "GrantMutation GrantQuery GrantSubscription", "appsync:GraphQL on every field", Not(Prop("fields").IsSet())),
        new("CodeCommit.IRepository", "GrantRead", "codecommit:Get*"),
        new("DynamoDB.ITable", "Grant GrantReadData GrantReadWriteData GrantWriteData", Indexes, s_hasIndex),
        new("DynamoDB.ITable", "GrantFullAccess", "dynamodb:*"),
        new("DynamoDB.Table", "GrantStreamRead GrantTableListStreams", "dynamodb:ListStreams on *"),
        new("EC2.IVolume", "GrantAttachVolume GrantDetachVolume", Instances, Not(Prop("instances").IsSet())),
        new("EC2.IVolume", "GrantAttachVolumeByResourceTag GrantDetachVolumeByResourceTag", Instances),
        new("ECR.IRepository", "GrantPull GrantPullPush GrantPush", Token),
        new("ECS.Cluster", "GrantTaskProtection", "its actions on every task of the cluster"),
        new("Elasticsearch.IDomain", "GrantRead GrantReadWrite GrantWrite GrantIndexRead GrantIndexReadWrite GrantIndexWrite", Paths),
        new("Kinesis.IStream", "GrantReadWrite GrantWrite", Encrypt, new OfReceiver("Kinesis.Stream", AnyOf(Prop("Encryption").Is("KMS"), Prop("EncryptionKey").IsSet()))),
        new("KMS.IKey", "GrantEncrypt GrantEncryptDecrypt", Encrypt),
        new("KMS.Key", "GrantAdmin", "kms:Put*"),
        new("Lambda.IFunction", "GrantInvoke", EveryVersion, IsUnqualified("this")),
        new("Logs.ILogGroup", "Grant GrantRead GrantWrite", "its actions on every stream", s_isImported),
        new("OpenSearchService.IDomain", "GrantRead GrantReadWrite GrantWrite GrantIndexRead GrantIndexReadWrite GrantIndexWrite", Paths),
        new("Route53.IHostedZone", "GrantDelegation", "route53:ListHostedZonesByName on *"),
        new("S3.IBucket", "GrantRead GrantReadWrite", "s3:GetObject*"),
        new("S3.IBucket", "GrantWrite", "s3:DeleteObject*", Prop("allowedActionPatterns").IsUnset()),
        new("S3.IBucket", "GrantDelete", "s3:DeleteObject*"),
        new("S3.IBucket", "GrantPut", "s3:Abort*"),
        new("S3.IBucket", "GrantPutAcl", "its actions on every object", Prop("objectsKeyPattern").IsUnset()),
        new("S3.BucketGrants", "Read ReadWrite", "s3:GetObject*"),
        new("S3.BucketGrants", "Delete", "s3:DeleteObject*"),
        new("S3.BucketGrants", "Put", "s3:Abort*"),
        new("S3.BucketGrants", "Write", "s3:DeleteObject*", Prop("allowedActionPatterns").IsUnset()),
        new("S3.Assets.Asset", "GrantRead", "s3:GetObject*"),
        new("SQS.IQueue", "GrantSendMessages", Encrypt, new OfReceiver("SQS.Queue", AnyOf(Prop("Encryption").Is("KMS"), Prop("EncryptionMasterKey").IsSet()))),
        new("StepFunctions.IStateMachine", "GrantExecution GrantRead GrantRedriveExecution", Execution),
    ];

    /// <summary>Every grant that writes into the policy of a role.</summary>
    public static IEnumerable<Target> All(string option) => s_methods.Select(method => Target.Returning(Result, method, new WritesNone(null, null, s_managed)) with { Option = option });

    /// <summary>The grants that write a wildcard there; the message says which.</summary>
    public static IEnumerable<Target> OfWildcards(string option) =>
        from row in s_wildcards
        from method in Words(row.Methods)
        select Target.Call(Aws + row.Type, method, new WritesNone(row.Condition, $"{row.Wildcard} through {method}", [])) with { Option = option };

    /// <summary>The function at the end of the path is meant as a whole: permission to invoke it includes its versions. A version or an alias is one of them.</summary>
    public static Requirement IsUnqualified(string path) => Prop(path).Test(
        function => function switch
        {
            ObjectValue { Type: { } type } => Derives(type, "Function") ? Outcome.Satisfied : Outcome.Violated,
            CallValue { Method: { Name: "FromFunctionArn" or "FromFunctionName" or "FromFunctionAttributes" } } => Outcome.Satisfied,
            _ => Outcome.Unknown,
        },
        Default.Unknown);

    private static bool Derives(INamedTypeSymbol type, string name)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.Name == name && at.ContainingNamespace.Name == "Lambda")
                return true;
        }

        return false;
    }

    private static Construct? CreationOf(Value value, CdkModel cdk) =>
        value is ObjectValue { Origin: IObjectCreationOperation { Type: INamedTypeSymbol type, Constructor: { } constructor } creation } ? new Construct(cdk, creation, type, constructor, creation.Arguments, Frame.Root) : null;

    private static bool IsAny(INamedTypeSymbol type, string[] names, CdkModel cdk)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (IsNamed(at))
                return true;
        }

        return type.AllInterfaces.Any(IsNamed);

        bool IsNamed(INamedTypeSymbol candidate) => Array.Exists(names, name => SymbolEqualityComparer.Default.Equals(candidate, cdk.TypeOf(name)));
    }

    private static string[] Words(string text) => text.Split(' ');

    /// <summary>The call writes nothing into the policy of a role, or nothing of the kind that the condition tells, or the grantee is of a class that is excepted.</summary>
    private sealed class WritesNone(Requirement? condition, string? detail, string[] excepted) : Requirement
    {
        public override IEnumerable<LibraryName> Names => condition?.Names ?? [];

        protected override Verdict CheckOne(Value scope, Construct call)
        {
            if (Grantee(call) is not { } argument)
                return Verdict.Unknown;
            var given = argument.Value;
            while (given is IConversionOperation conversion)
                given = conversion.Operand;
            var grantee = call.Cdk.Resolver.Resolve(given, call.Frame);
            while (grantee is CallValue { Method.Name: "get_GrantPrincipal" or "get_Role", Receiver: { } owner })
                grantee = owner;
            // A function with a role of its own, say: the policy is the role's.
            if (grantee is ObjectValue && call.Cdk.Resolver.Member(grantee, "Role") is (ObjectValue or CallValue) and var role)
                grantee = role;
            if (IsRole(grantee, given.Type, call.Cdk) is not { } isRole)
                return Verdict.Unknown;
            if (!isRole)
                return Verdict.Satisfied;
            return (condition?.Check(scope, call).Outcome ?? Outcome.Satisfied) switch
            {
                Outcome.Satisfied => Verdict.Violated with { Detail = detail, Owner = CreationOf(grantee, call.Cdk) },
                Outcome.Violated => Verdict.Satisfied,
                _ => Verdict.Unknown,
            };
        }

        private static IArgumentOperation? Grantee(Construct call) => call.Arguments.FirstOrDefault(a => a.Parameter?.Type is { Name: "IGrantable" or "IPrincipal", ContainingNamespace.Name: "IAM" });

        // An imported grantee may have no role that the stack can change.
        private bool? IsRole(Value grantee, ITypeSymbol? declared, CdkModel cdk) => grantee switch
        {
            ObjectValue { Type: { } type } => HasPolicy(type, cdk),
            CallValue { Method.IsStatic: true } or CallValue { Method.Name: "WithoutPolicyUpdates" or "WithConditions" or "WithSessionTags" } => null,
            NullValue or OneOfValue => null,
            _ => declared is INamedTypeSymbol { TypeKind: not TypeKind.Error, Name: not ("IGrantable" or "IPrincipal") } type ? HasPolicy(type, cdk) : null,
        };

        private bool HasPolicy(INamedTypeSymbol type, CdkModel cdk) => !IsAny(type, s_withoutPolicy, cdk) && !IsAny(type, excepted, cdk);
    }

    /// <summary>What the call is made on shows to be an object of this class, below <c>Amazon.CDK.AWS</c>, that meets a requirement.</summary>
    private sealed class OfReceiver(string type, Requirement requirement) : Requirement
    {
        private readonly string _type = Aws + type;

        public override IEnumerable<LibraryName> Names => requirement.Names.Select(name => name with { Owner = _type });

        protected override Verdict CheckOne(Value scope, Construct construct) =>
            construct.Cdk.Resolver.Member(scope, "this") is ObjectValue resource && SymbolEqualityComparer.Default.Equals(resource.Type, construct.Cdk.TypeOf(_type)) ? requirement.Check(resource, construct) : Verdict.Unknown;
    }

    /// <summary>Grants that write a wildcard.</summary>
    /// <param name="Type">The class or interface, below <c>Amazon.CDK.AWS</c>.</param>
    /// <param name="Methods">The methods, with a blank between.</param>
    /// <param name="Wildcard">What is in the statement, for the message.</param>
    /// <param name="Condition">When it is; null for always.</param>
    private sealed record Row(string Type, string Methods, string Wildcard, Requirement? Condition = null);
}
