using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon API Gateway.</summary>
internal static class ApiGateway
{
    private static readonly Fix s_iam = Fix.Set("AuthorizationType", "Amazon.CDK.AWS.APIGateway.AuthorizationType.IAM", "Require IAM authorisation (callers must sign their requests)");

    private static readonly Fix s_defaultIam = Fix.Set("DefaultMethodOptions.AuthorizationType", "Amazon.CDK.AWS.APIGateway.AuthorizationType.IAM", "Require IAM authorisation by default (callers must sign their requests)");

    private static readonly ApiMethods s_callers = new(Own, IsOpen);

    public static readonly ConstructRule Authorization = new()
    {
        Id = "SKY1026",
        Key = "APIGWAuthorization",
        Title = "API can be called without authorisation",
        Message = "{1} can be called by anyone; set an authoriser, on the method or as the default of the API",
        Why = "Whoever finds the address can call the method, as often as they like: an API key or an unguessable path is no authorisation. Require IAM, Cognito, a JWT or a Lambda authoriser; where a method is public on purpose, say so with a suppression.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["AwsSolutions-APIG4"],
            SecurityHub = ["APIGateway.8"],
            Checkov = ["CKV_AWS_59"],
            Trivy = ["AWS-0004"],
            Sonar = ["S6333"],
            Guard = ["API_GW_METHOD_AUTHORIZATION_TYPE_RULE"],
            Cwe = ["CWE-306"],
        },
        CfnProperties = ["AuthorizationType", "AuthorizerId"],
        Targets =
        [
            .. s_callers.Targets(That((props, construct) => IsAuthorized(props, construct)), [s_iam], [s_defaultIam]),
            Target.Call("Amazon.CDK.AWS.Apigatewayv2.HttpApi", "AddRoutes", That(HttpRoutes)),
            Target.Of("Amazon.CDK.AWS.Apigatewayv2.HttpRoute", That((props, construct) => Named(OfHttpRoute(props, Member(construct, props, "HttpApi"), construct), construct.DisplayName))),
            Target.Of("Amazon.CDK.AWS.Apigatewayv2.HttpApi", When(Prop("DefaultIntegration").IsSet(), That((props, construct) => Named(OfHttpApi(props, construct), $"The default route of {construct.DisplayName}")))),
            Target.Of("Amazon.CDK.AWS.Apigatewayv2.CfnRoute", When(Prop("RouteKey").Test(IsAuthorizable, Default.Unknown), That((props, construct) => Named(IsAuthorized(props, construct), construct.DisplayName)))),
        ],
    };

    public static readonly ConstructRule CognitoAuthorizer = new()
    {
        Id = "SKY1052",
        Key = "CognitoUserPoolAPIGWAuthorizer",
        Title = "API method is not authorised by a user pool",
        Message = "{1} is not authorised by a Cognito user pool; set Authorizer to a CognitoUserPoolsAuthorizer",
        Why = "Where an organisation has decided that people sign in through Cognito, a method with another authoriser, or with none, goes past its password rules, its second factor and its logs.",
        NoFix = "Which user pool knows the callers is for the team to say.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-COG4"], Cwe = ["CWE-306"] },
        CfnProperties = ["AuthorizationType", "AuthorizerId"],
        Targets = [.. new ApiMethods(OwnUserPool, (_, _) => Verdict.Violated).Targets(Prop("AuthorizationType").Is("COGNITO_USER_POOLS"), [], [])],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [Authorization, CognitoAuthorizer];

    private static Verdict Named(Verdict verdict, string what) => verdict with { Detail = what };

    private static Value Member(Construct construct, Value owner, string name) => construct.Cdk.Resolver.Member(owner, name);

    private static Value PropsOf(Value construct) => construct is ObjectValue made ? made.Arguments.TryGetValue("props", out var props) ? props : UnsetValue.Instance : UnknownValue.Instance;

    private static Verdict? Own(Value authorizer, Value type) => (authorizer, type) switch
    {
        (not (UnsetValue or NullValue or UnknownValue or OneOfValue), _) => Verdict.Satisfied,
        (not (UnsetValue or NullValue), _) => Verdict.Unknown,
        (_, MemberValue { Name: "NONE" } or ConstantValue { Constant: "NONE" }) => new Verdict(Outcome.Violated, type),
        (_, MemberValue or ConstantValue) => Verdict.Satisfied,
        _ => Verdict.Unknown,
    };

    private static Verdict? OwnUserPool(Value authorizer, Value type) => (authorizer, type) switch
    {
        (ObjectValue { Type.Name: "CognitoUserPoolsAuthorizer" }, _) => Verdict.Satisfied,
        (ObjectValue { Type.ContainingNamespace.Name: "APIGateway" }, _) => new Verdict(Outcome.Violated, authorizer),
        (not (UnsetValue or NullValue), _) => Verdict.Unknown,
        (_, MemberValue { Name: "COGNITO" }) => Verdict.Satisfied,
        (_, MemberValue) => new Verdict(Outcome.Violated, type),
        _ => Verdict.Unknown,
    };

    // A resource policy can restrict the callers, and a private API has only those of its network.
    private static Verdict IsOpen(Value props, Construct construct) =>
        Member(construct, props, "Policy") is UnsetValue or NullValue && !IsPrivate(Member(construct, props, "EndpointTypes")) && !IsPrivate(Member(construct, Member(construct, props, "EndpointConfiguration"), "Types"))
            ? Verdict.Violated
            : Verdict.Unknown;

    private static bool IsPrivate(Value types) => types switch
    {
        UnsetValue or NullValue => false,
        ListValue { IsOpen: false } list => !list.Items.All(t => t is MemberValue { Name: not "PRIVATE" }),
        _ => true,
    };

    private static Verdict HttpRoutes(Value arguments, Construct call)
    {
        var options = Member(call, arguments, "options");
        if (Member(call, options, "Methods") is ListValue { Items.Count: 1 } methods && methods.Items[0] is MemberValue { Name: "OPTIONS" })
            return Verdict.Satisfied;
        var path = Member(call, options, "Path") is ConstantValue { Constant: string text } ? $"Route {text}" : "The route";
        return Named(OfHttpRoute(options, Member(call, arguments, "this"), call), path);
    }

    private static Verdict OfHttpRoute(Value options, Value api, Construct construct) => Authorizer(Member(construct, options, "Authorizer")) ?? OfHttpApi(PropsOf(api), construct);

    private static Verdict OfHttpApi(Value props, Construct construct) => Authorizer(Member(construct, props, "DefaultAuthorizer")) ?? Verdict.Violated;

    private static Verdict? Authorizer(Value authorizer) => authorizer switch
    {
        UnsetValue or NullValue => null,
        ObjectValue { Type.Name: "HttpNoneAuthorizer" } => new Verdict(Outcome.Violated, authorizer),
        UnknownValue or OneOfValue => Verdict.Unknown,
        _ => Verdict.Satisfied,
    };

    private static Verdict IsAuthorized(Value props, Construct construct) => s_callers.Own(props, construct) ?? (Member(construct, props, "AuthorizerId") is UnsetValue or NullValue ? Verdict.Violated : Verdict.Unknown);

    // Of a WebSocket API only the connection is authorised; a preflight request carries no credentials.
    private static Outcome IsAuthorizable(Value routeKey) => routeKey is ConstantValue { Constant: string key }
        ? key is "$connect" or "$default" || key.Contains(" /") && !key.StartsWith("OPTIONS ", StringComparison.Ordinal) ? Outcome.Satisfied : Outcome.Violated
        : Outcome.Unknown;
}
