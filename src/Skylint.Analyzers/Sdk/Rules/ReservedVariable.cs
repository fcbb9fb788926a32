using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>An environment variable that belongs to Lambda.</summary>
internal sealed class ReservedVariable : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2072",
        Key = "lambda-reserved-env",
        Title = "Environment variable is reserved by Lambda",
        Message = "Lambda sets '{0}' itself, and {1}; leave it out, or choose another name",
        Why = "Lambda refuses a configuration that holds one of its own variables, with all other changes of the request. Set at run time instead, it misleads everything in the process that reads it: the SDK, tracing, logging.",
        Category = Category.Reliability,
        Level = Level.Warning,
        NoFix = "Whether the variable can go, or has to reach the function under another name, depends on the function's code.",
        References = new() { Sonar = ["S7617"], Links = ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html"] },
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to)
    {
        to.OnSet("Variables", (run, context, set) =>
        {
            if (!AwsSdk.IsNamed(set.Property.ContainingType, "Amazon.Lambda.Model", "Environment"))
                return;
            foreach (var key in KeysOf(set.Value))
            {
                if (key.Text() is { } name && LambdaVariables.IsReserved(name))
                    SdkRun.Report(context, Rule, key.Syntax.GetLocation(), name, "refuses a configuration that holds it");
            }
        });
        to.OnInvocation("SetEnvironmentVariable", (run, context, call) =>
        {
            // A launcher sets them where there is no Lambda; inside of a function they are there already.
            if (EnvironmentSetting.Of(call).Name is { } name && LambdaVariables.IsReserved(name) && run.Surroundings.HandlerOf(call, context.ContainingSymbol) == HandlerKind.Lambda)
                SdkRun.Report(context, Rule, call.Arguments[0].Value.Syntax.GetLocation(), name, "the whole process reads it");
        });
    }

    /// <summary>The keys that the code puts into a dictionary: in its initialiser and later, by index or Add.</summary>
    private static IEnumerable<IOperation> KeysOf(IOperation dictionary)
    {
        if (dictionary is ILocalReferenceOperation local)
        {
            var index = BodyIndex.Of(dictionary);
            if (index.SingleValue(local.Local) is not { } value)
                return [];
            return KeysIn(value).Concat(index.References(local.Local).Select(KeyOf).Where(key => key is not null).Select(key => key!));
        }

        return KeysIn(dictionary);
    }

    private static IEnumerable<IOperation> KeysIn(IOperation dictionary)
    {
        if (dictionary is not IObjectCreationOperation { Initializer: { } initializer })
            yield break;
        foreach (var member in initializer.Initializers)
        {
            switch (member)
            {
                case IInvocationOperation { TargetMethod.Name: "Add", Arguments: { Length: > 0 } arguments }:
                    yield return arguments[0].Value;
                    break;
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } arguments } }:
                    yield return arguments[0].Value;
                    break;
            }
        }
    }

    private static IOperation? KeyOf(IOperation reference) => reference.Parent switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } arguments, Parent: ISimpleAssignmentOperation assignment } property when assignment.Target == property => arguments[0].Value,
        IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd", Arguments: { Length: 2 } arguments } call when call.Instance == reference => arguments[0].Value,
        _ => null,
    };
}
