using Microsoft.CodeAnalysis.Operations;
using Skylint.Cdk.Model;

namespace Skylint.Cdk.Rules;

/// <summary>
/// One statement of an IAM policy as the code writes it: a <c>PolicyStatement</c> with the calls that add to it, or an entry of a
/// policy document that is given as a dictionary. What only some branches add is left out.
/// </summary>
internal sealed class Statement
{
    private static readonly string[] s_conditions = ["AddCondition", "AddConditions", "AddAccountCondition", "AddSourceAccountCondition", "AddSourceArnCondition"];

    private readonly List<Value> _actions = [];
    private readonly List<Value> _resources = [];
    private readonly List<Value> _principals = [];

    private Statement()
    {
    }

    /// <summary>Whether the effect is Allow; null when the code does not tell.</summary>
    public bool? IsAllow { get; private set; }

    /// <summary>Whether conditions restrict it; null when the code does not tell.</summary>
    public bool? HasConditions { get; private set; }

    /// <summary>Whether it names principals, as statements of resource policies do; null when the code does not tell.</summary>
    public bool? HasPrincipals { get; private set; }

    public IReadOnlyList<Value> Actions => _actions;

    public IReadOnlyList<Value> Resources => _resources;

    public IReadOnlyList<Value> Principals => _principals;

    /// <summary>Judges a <c>PolicyStatement</c> that the code creates.</summary>
    public static Requirement Created(Func<Statement, Construct, Verdict> judge) => Vocabulary.That((props, construct) => judge(OfCreation(props, construct), construct));

    /// <summary>Judges the statements of the policy document at a path, where it is written as a dictionary; the first that violates is reported.</summary>
    public static Requirement InDocument(string path, Func<Statement, Construct, Verdict> judge) => Vocabulary.Prop(path).Has(Vocabulary.That((document, construct) =>
    {
        var outcome = Verdict.Satisfied;
        foreach (var statement in Flatten(document is MapValue ? construct.Cdk.Resolver.Member(document, "Statement") : UnsetValue.Instance))
        {
            var verdict = judge(OfJson(statement, construct), construct);
            if (verdict.Outcome == Outcome.Violated)
                return verdict with { Culprit = verdict.Culprit ?? statement };
            if (verdict.Outcome == Outcome.Unknown)
                outcome = Verdict.Unknown;
        }

        return outcome;
    }));

    /// <summary>The text of a value, with <c>?</c> for what the code does not tell; null when nothing is known.</summary>
    public static string? TextOf(Value value) => value switch
    {
        ConstantValue { Constant: string text } => text,
        TextValue text => string.Concat(text.Parts.Select(p => p ?? "?")),
        _ => null,
    };

    /// <summary>The statement that a value is: a dictionary, or a <c>PolicyStatement</c> as it was created.</summary>
    public static Statement Of(Value value, Construct construct) => value is MapValue ? OfJson(value, construct) : OfObject(value, construct);

    private static Statement OfObject(Value props, Construct construct)
    {
        var resolver = construct.Cdk.Resolver;
        var statement = new Statement
        {
            IsAllow = Effect(resolver.Member(props, "Effect"), unset: true),
            HasConditions = IsGiven(resolver.Member(props, "Conditions")),
            HasPrincipals = Or(IsGiven(resolver.Member(props, "Principals")), IsGiven(resolver.Member(props, "NotPrincipals"))),
        };
        statement._actions.AddRange(Flatten(resolver.Member(props, "Actions")));
        statement._resources.AddRange(Flatten(resolver.Member(props, "Resources")));
        statement._principals.AddRange(Flatten(resolver.Member(props, "Principals")));
        return statement;
    }

    private static Statement OfCreation(Value props, Construct construct)
    {
        var statement = OfObject(props, construct);
        foreach (var usage in construct.Usages)
            statement.Apply(usage, construct);
        if (construct.Escapes && s_conditions.Any(construct.Cdk.Index.Mentions))
            statement.HasConditions = Or(statement.HasConditions, null);
        return statement;
    }

    private void Apply(Usage usage, Construct construct)
    {
        switch (usage.Operation)
        {
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "Effect", ContainingType.Name: "PolicyStatement" } } } write:
                IsAllow = usage.IsConditional ? null : Effect(construct.Cdk.Resolver.Resolve(write.Value, Frame.Root), unset: null);
                break;
            case IInvocationOperation { TargetMethod: { ContainingType.Name: "PolicyStatement" } method } call when method.Name.StartsWith("Add", StringComparison.Ordinal):
                var certain = !usage.IsConditional;
                IEnumerable<Value> given = certain ? call.Arguments.SelectMany(a => Flatten(construct.Cdk.Resolver.Resolve(a.Value, Frame.Root))) : [];
                if (s_conditions.Contains(method.Name))
                    HasConditions = Or(HasConditions, certain ? true : null);
                else if (method.Name.EndsWith("Principal", StringComparison.Ordinal) || method.Name.EndsWith("Principals", StringComparison.Ordinal))
                    HasPrincipals = Or(HasPrincipals, certain ? true : null);
                switch (method.Name)
                {
                    case "AddActions":
                        _actions.AddRange(given);
                        break;
                    case "AddResources":
                        _resources.AddRange(given);
                        break;
                    case "AddAllResources" when certain:
                        _resources.Add(new ConstantValue("*") { Origin = call });
                        break;
                    case "AddAnyPrincipal" when certain:
                        _principals.Add(new ConstantValue("*") { Origin = call });
                        break;
                    case "AddPrincipals" or "AddArnPrincipal" or "AddAwsAccountPrincipal":
                        _principals.AddRange(given);
                        break;
                }

                break;
            case IInvocationOperation { TargetMethod.Name: "AddToResourcePolicy" }:
                HasPrincipals = true;
                break;
        }
    }

    /// <summary>The statement that a dictionary spells.</summary>
    public static Statement OfJson(Value json, Construct construct)
    {
        var resolver = construct.Cdk.Resolver;
        var principal = resolver.Member(json, "Principal");
        var statement = new Statement
        {
            IsAllow = resolver.Member(json, "Effect") is ConstantValue { Constant: string effect } ? effect == "Allow" : null,
            HasConditions = IsGiven(resolver.Member(json, "Condition")),
            HasPrincipals = Or(IsGiven(principal), IsGiven(resolver.Member(json, "NotPrincipal"))),
        };
        statement._actions.AddRange(Flatten(resolver.Member(json, "Action")));
        statement._resources.AddRange(Flatten(resolver.Member(json, "Resource")));
        statement._principals.AddRange(Flatten(principal is MapValue ? resolver.Member(principal, "AWS") : principal));
        return statement;
    }

    /// <summary>The statement that the library writes to let a custom resource make its calls; null where the resources are not given as a list.</summary>
    public static Statement? OfSdkCalls(Value props, Construct construct)
    {
        var resolver = construct.Cdk.Resolver;
        if (resolver.Member(props, "Policy") is not CallValue { Method: { Name: "FromSdkCalls", ContainingType.Name: "AwsCustomResourcePolicy" }, Arguments.Count: 1 } policy)
            return null;
        var statement = new Statement { IsAllow = true, HasConditions = false, HasPrincipals = false };
        statement._resources.AddRange(Flatten(resolver.Member(policy.Arguments[0], "Resources")));
        foreach (var call in s_calls)
        {
            if (resolver.Member(props, call) is ObjectValue made && ActionOf(resolver.Member(made, "Service"), resolver.Member(made, "Action")) is { } action)
                statement._actions.Add(new ConstantValue(action) { Origin = made.Origin });
        }

        return statement;
    }

    private static readonly string[] s_calls = ["OnCreate", "OnUpdate", "OnDelete"];

    // S3 and @aws-sdk/client-s3, putObject and PutObjectCommand are s3:PutObject.
    private static string? ActionOf(Value service, Value action)
    {
        if (service is not ConstantValue { Constant: string { Length: > 0 } client } || action is not ConstantValue { Constant: string { Length: > 0 } name })
            return null;
        const string package = "@aws-sdk/client-";
        const string command = "Command";
        if (client.StartsWith(package, StringComparison.Ordinal))
            client = client.Substring(package.Length);
        if (name.EndsWith(command, StringComparison.Ordinal))
            name = name.Substring(0, name.Length - command.Length);
        return $"{client.Replace("-", "").ToLowerInvariant()}:{char.ToUpperInvariant(name[0])}{name.Substring(1)}";
    }

    private static bool? Effect(Value effect, bool? unset) => effect switch
    {
        UnsetValue or NullValue => unset,
        MemberValue member => member.Name == "ALLOW",
        _ => null,
    };

    private static bool? IsGiven(Value value) => value switch
    {
        UnsetValue or NullValue => false,
        MapValue { Entries.Count: 0, IsOpen: false } or ListValue { Items.Count: 0, IsOpen: false } => false,
        MapValue { Entries.Count: > 0 } or ListValue { Items.Count: > 0 } or ConstantValue => true,
        UnknownValue { NotNull: true } or CallValue or ObjectValue => true,
        _ => null,
    };

    private static bool? Or(bool? left, bool? right) => left == true || right == true ? true : left is null || right is null ? null : false;

    /// <summary>The elements that are certainly there.</summary>
    private static IEnumerable<Value> Flatten(Value value) => value switch
    {
        ListValue list => list.Items.Where(i => i is not (UnknownValue or OneOfValue)),
        UnsetValue or NullValue or UnknownValue or OneOfValue => [],
        _ => [value],
    };
}
