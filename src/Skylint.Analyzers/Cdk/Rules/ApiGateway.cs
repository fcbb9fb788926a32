using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon API Gateway.</summary>
internal static class ApiGateway
{
    private static readonly Fix s_iam = Fix.Set("AuthorizationType", "Amazon.CDK.AWS.APIGateway.AuthorizationType.IAM", "Require IAM authorisation (callers must sign their requests)");

    private static readonly Fix s_defaultIam = Fix.Set("DefaultMethodOptions.AuthorizationType", "Amazon.CDK.AWS.APIGateway.AuthorizationType.IAM", "Require IAM authorisation by default (callers must sign their requests)");

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
            Target.Call("Amazon.CDK.AWS.APIGateway.ResourceBase", "AddMethod", That(RestMethod), s_iam),
            Target.Call("Amazon.CDK.AWS.APIGateway.IResource", "AddMethod", That(RestMethod), s_iam),
            Target.Call("Amazon.CDK.AWS.APIGateway.ResourceBase", "AddProxy", That(RestProxy), s_defaultIam),
            Target.Call("Amazon.CDK.AWS.APIGateway.IResource", "AddProxy", That(RestProxy), s_defaultIam),
            Target.Of("Amazon.CDK.AWS.APIGateway.Method", That((props, construct) => Judge(construct, props, "HttpMethod", "Options", "Resource"))),
            Target.Of("Amazon.CDK.AWS.APIGateway.LambdaRestApi", When(Prop("Proxy").IsNotFalse(), That(EveryMethod)), s_defaultIam),
            Target.Of("Amazon.CDK.AWS.APIGateway.StepFunctionsRestApi", That(EveryMethod), s_defaultIam),
            Target.Of("Amazon.CDK.AWS.APIGateway.CfnMethod", When(Not(Prop("HttpMethod").Is("OPTIONS", Default.Unknown)), That((props, construct) => Named(IsAuthorized(props, construct), construct.DisplayName)))),
            Target.Call("Amazon.CDK.AWS.Apigatewayv2.HttpApi", "AddRoutes", That(HttpRoutes)),
            Target.Of("Amazon.CDK.AWS.Apigatewayv2.HttpRoute", That((props, construct) => Named(OfHttpRoute(props, Member(construct, props, "HttpApi"), construct), construct.DisplayName))),
            Target.Of("Amazon.CDK.AWS.Apigatewayv2.HttpApi", When(Prop("DefaultIntegration").IsSet(), That((props, construct) => Named(OfHttpApi(props, construct), $"The default route of {construct.DisplayName}")))),
            Target.Of("Amazon.CDK.AWS.Apigatewayv2.CfnRoute", When(Prop("RouteKey").Test(IsAuthorizable, Default.Unknown), That((props, construct) => Named(IsAuthorized(props, construct), construct.DisplayName)))),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [Authorization];

    private static Verdict RestMethod(Value arguments, Construct call) => Judge(call, arguments, "httpMethod", "options", "this");

    private static Verdict Judge(Construct construct, Value owner, string httpMethod, string options, string resource)
    {
        var method = Member(construct, owner, httpMethod) is ConstantValue { Constant: string name } ? name : null;
        // A preflight request carries no credentials.
        if (method is null or "OPTIONS")
            return method is null ? Verdict.Unknown : Verdict.Satisfied;
        return Named(Own(Member(construct, owner, options), construct) ?? Inherited(Member(construct, owner, resource), construct), $"Method {method}");
    }

    private static Verdict RestProxy(Value arguments, Construct call)
    {
        var options = Member(call, arguments, "options");
        if (PropertyPath.Bool(Member(call, options, "AnyMethod")) == false)
            return Verdict.Satisfied;
        return Named(Own(Member(call, options, "DefaultMethodOptions"), call) ?? Inherited(Member(call, arguments, "this"), call), "Every method below the proxy resource");
    }

    private static Verdict EveryMethod(Value props, Construct api) => Named(OfApi(props, api), $"Every method of {api.DisplayName}");

    private static Verdict Named(Verdict verdict, string what) => verdict with { Detail = what };

    private static Value Member(Construct construct, Value owner, string name) => construct.Cdk.Resolver.Member(owner, name);

    /// <summary>What the options say themselves; null when they leave it to the resource and the API.</summary>
    private static Verdict? Own(Value options, Construct construct)
    {
        if (options is UnsetValue or NullValue)
            return null;
        var authorizer = Member(construct, options, "Authorizer");
        var type = Member(construct, options, "AuthorizationType");
        return (authorizer, type) switch
        {
            (not (UnsetValue or NullValue or UnknownValue or OneOfValue), _) => Verdict.Satisfied,
            (not (UnsetValue or NullValue), _) => Verdict.Unknown,
            (_, UnsetValue or NullValue) => null,
            (_, MemberValue { Name: "NONE" } or ConstantValue { Constant: "NONE" }) => new Verdict(Outcome.Violated, type),
            (_, MemberValue or ConstantValue) => Verdict.Satisfied,
            _ => Verdict.Unknown,
        };
    }

    // Resources hand their default options down to those that are made below them.
    private static Verdict Inherited(Value resource, Construct construct)
    {
        switch (resource)
        {
            case CallValue { Method.Name: "AddResource" or "AddProxy" or "ResourceForPath", Receiver: { } parent } call:
                var given = call.Arguments.Count > 0 && call.Arguments[call.Arguments.Count - 1] is var last && last is not ConstantValue ? Member(construct, last, "DefaultMethodOptions") : UnsetValue.Instance;
                return Own(given, construct) ?? Inherited(parent, construct);
            case CallValue { Method.Name: "get_Root", Receiver: { } api }:
                return OfApi(PropsOf(api), construct);
            case ObjectValue { Type.Name: "Resource" or "ProxyResource" }:
                return Own(Member(construct, PropsOf(resource), "DefaultMethodOptions"), construct) ?? Inherited(Member(construct, PropsOf(resource), "Parent"), construct);
            default:
                return Verdict.Unknown;
        }
    }

    private static Value PropsOf(Value construct) => construct is ObjectValue made ? made.Arguments.TryGetValue("props", out var props) ? props : UnsetValue.Instance : UnknownValue.Instance;

    private static Verdict OfApi(Value props, Construct construct)
    {
        if (props is UnknownValue or OneOfValue)
            return Verdict.Unknown;
        if (Own(Member(construct, props, "DefaultMethodOptions"), construct) is { } decided)
            return decided;
        // A resource policy can restrict the callers, and a private API has only those of its network.
        return Member(construct, props, "Policy") is UnsetValue or NullValue && !IsPrivate(Member(construct, props, "EndpointTypes")) && !IsPrivate(Member(construct, Member(construct, props, "EndpointConfiguration"), "Types"))
            ? Verdict.Violated
            : Verdict.Unknown;
    }

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

    private static Verdict IsAuthorized(Value props, Construct construct) => Own(props, construct) ?? (Member(construct, props, "AuthorizerId") is UnsetValue or NullValue ? Verdict.Violated : Verdict.Unknown);

    // Of a WebSocket API only the connection is authorised; a preflight request carries no credentials.
    private static Outcome IsAuthorizable(Value routeKey) => routeKey is ConstantValue { Constant: string key }
        ? key is "$connect" or "$default" || key.Contains(" /") && !key.StartsWith("OPTIONS ", StringComparison.Ordinal) ? Outcome.Satisfied : Outcome.Violated
        : Outcome.Unknown;
}
