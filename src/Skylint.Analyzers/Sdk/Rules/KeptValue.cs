using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>Whether an object, or a client that is made with it, stays for as long as the program runs.</summary>
internal sealed class KeptValue(SdkRun run, ISymbol containing)
{
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    /// <summary>Where the value is kept, as the end of a sentence; null when it goes with the call, or nobody knows.</summary>
    public string? PlaceOf(IOperation value)
    {
        while (value.Parent is IConversionOperation or IParenthesizedOperation or ICoalesceOperation)
            value = value.Parent;
        switch (value.Parent)
        {
            case IArgumentOperation { Parent: IObjectCreationOperation creation } when run.Sdk.IsClient(creation.Type):
                return PlaceOf(creation);
            case IArgumentOperation { Parent: IInvocationOperation call }:
                return IsSingleton(call) ? "in a singleton" : null;
            case IReturnOperation @return:
                return @return.Ancestors().FirstOrDefault(a => a is IAnonymousFunctionOperation or ILocalFunctionOperation) is IAnonymousFunctionOperation { Parent: IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation registration } } } && IsSingleton(registration) ? "in a singleton" : null;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                return _seen.Add(declarator.Symbol) ? BodyIndex.Of(value).References(declarator.Symbol).Select(PlaceOf).FirstOrDefault(place => place is not null) : null;
            case ISimpleAssignmentOperation assignment when assignment.Value == value:
                return PlaceOf(assignment.Target, value);
            case ICoalesceAssignmentOperation assignment when assignment.Value == value:
                return PlaceOf(assignment.Target, value);
            case IFieldInitializerOperation { InitializedFields: { Length: > 0 } fields }:
                return Of(fields[0]);
            case IPropertyInitializerOperation { InitializedProperties: { Length: > 0 } properties }:
                return Of(properties[0]);
            default:
                return null;
        }
    }

    private string? PlaceOf(IOperation target, IOperation value) => target switch
    {
        ILocalReferenceOperation local => _seen.Add(local.Local) ? BodyIndex.Of(value).References(local.Local).Select(PlaceOf).FirstOrDefault(place => place is not null) : null,
        IFieldReferenceOperation { Field: { } field, Instance: null or IInstanceReferenceOperation } => Of(field),
        IPropertyReferenceOperation { Property: { DeclaringSyntaxReferences.IsEmpty: false } property, Instance: null or IInstanceReferenceOperation } => Of(property),
        _ => null,
    };

    private string? Of(ISymbol member)
    {
        // A tool that runs once and ends keeps nothing for long.
        if (member.IsStatic)
            return member.ContainingType.GetMembers().Any(m => m is IMethodSymbol { IsStatic: true, Name: "Main" or "<Main>$" }) ? null : "in a static member";
        if (run.Surroundings.KnowsLambda && containing.ContainingType.GetMembers().OfType<IMethodSymbol>().Any(m => run.Surroundings.HandlerOf(m) == HandlerKind.Lambda))
            return "for all invocations of the function";
        return containing.ContainingType.AllInterfaces.Any(i => AwsSdk.IsNamed(i, "Microsoft.Extensions.Hosting", "IHostedService")) ? "for as long as the service runs" : null;
    }

    private static bool IsSingleton(IInvocationOperation call) => call.TargetMethod.Name is "AddSingleton" or "TryAddSingleton" or "AddKeyedSingleton";
}
