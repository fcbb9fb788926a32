using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>
/// Who may call a method of a REST API: said by the method, handed down by the resources above it, or the default of the API. Rules differ
/// in what they make of it.
/// </summary>
/// <param name="own">Judges an authorizer and an authorization type, one of them given; null when they leave the decision to what is above.</param>
/// <param name="unsaid">Judges an API that names no default, by its properties.</param>
internal sealed class ApiMethods(Func<Value, Value, Verdict?> own, Func<Value, Construct, Verdict> unsaid)
{
    private const string Namespace = "Amazon.CDK.AWS.APIGateway.";

    /// <summary>Every place where the code makes methods, each message with what it is about as its <c>{1}</c>.</summary>
    /// <param name="l1">What is demanded of an L1 method.</param>
    /// <param name="method">Fixes of one method.</param>
    /// <param name="all">Fixes of the methods that an API or a proxy resource makes.</param>
    public IReadOnlyList<Target> Targets(Requirement l1, Fix[] method, Fix[] all) =>
    [
        Target.Call(Namespace + "IResource", "AddMethod", That(OfCall), method),
        Target.Call(Namespace + "ResourceBase", "AddProxy", That(OfProxy), all),
        Target.Call(Namespace + "IResource", "AddProxy", That(OfProxy), all),
        Target.Of(Namespace + "Method", That((props, construct) => Judge(construct, props, "HttpMethod", "Options", "Resource"))),
        Target.Of(Namespace + "LambdaRestApi", When(Prop("Proxy").IsNotFalse(), That(OfEveryMethod)), all),
        Target.Of(Namespace + "StepFunctionsRestApi", That(OfEveryMethod), all),
        Target.Of(
            Namespace + "CfnMethod",
            When(!Prop("HttpMethod").Is("OPTIONS", Default.Unknown), That((props, construct) => l1.Check(props, construct) with { Detail = construct.DisplayName }))),
    ];

    /// <summary>What an authorizer and an authorization type say; null when neither is given.</summary>
    public Verdict? Own(Value options, Construct construct)
    {
        if (options is UnsetValue or NullValue)
            return null;
        var authorizer = Member(construct, options, "Authorizer");
        var type = Member(construct, options, "AuthorizationType");
        return authorizer is UnsetValue or NullValue && type is UnsetValue or NullValue ? null : own(authorizer, type);
    }

    private Verdict OfCall(Value arguments, Construct call) => Judge(call, arguments, "httpMethod", "options", "this");

    private Verdict Judge(Construct construct, Value owner, string httpMethod, string options, string resource)
    {
        var method = Member(construct, owner, httpMethod) is ConstantValue { Constant: string name } ? name : null;
        // A preflight request carries no credentials.
        if (method is null or "OPTIONS")
            return method is null ? Verdict.Unknown : Verdict.Satisfied;
        var verdict = Own(Member(construct, owner, options), construct) ?? Inherited(Member(construct, owner, resource), construct);
        return verdict with { Detail = $"Method {method}" };
    }

    private Verdict OfProxy(Value arguments, Construct call)
    {
        var options = Member(call, arguments, "options");
        if (PropertyPath.Bool(Member(call, options, "AnyMethod")) == false)
            return Verdict.Satisfied;
        var verdict = Own(Member(call, options, "DefaultMethodOptions"), call) ?? Inherited(Member(call, arguments, "this"), call);
        return verdict with { Detail = "Every method below the proxy resource" };
    }

    private Verdict OfEveryMethod(Value props, Construct api) => OfApi(props, api) with { Detail = $"Every method of {api.DisplayName}" };

    // Resources hand their default options down to those that are made below them.
    private Verdict Inherited(Value resource, Construct construct)
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

    private Verdict OfApi(Value props, Construct construct)
    {
        if (props is UnknownValue or OneOfValue)
            return Verdict.Unknown;
        return Own(Member(construct, props, "DefaultMethodOptions"), construct) ?? unsaid(props, construct);
    }

    private static Value PropsOf(Value construct) => construct is ObjectValue made ? made.Arguments.TryGetValue("props", out var props) ? props : UnsetValue.Instance : UnknownValue.Instance;

    private static Value Member(Construct construct, Value owner, string name) => construct.Cdk.Resolver.Member(owner, name);
}
