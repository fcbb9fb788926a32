using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A test of the status code of a response, which is only there when all went well.</summary>
internal sealed class ThrowawayStatusCheck : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2036",
        Key = "throwaway-status-check",
        Title = "Status code of a response is compared",
        Message = "Comparing with '{0}' decides nothing: the call throws on every error, so that a response always means success; drop the comparison and catch the exception",
        Why = "The SDK turns every status that is not a success into an exception. The branch for the other case never runs, so that errors look handled and are not; and operations that answer with 204 fail the comparison with 200 although they succeeded.",
        Category = Category.Operations,
        Level = Level.Info,
        FixSummary = "Removes an if statement that only handles the failure.",
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnRead("HttpStatusCode", (run, context, read) =>
    {
        if (run.Sdk.KindOf(read.Instance?.Type ?? read.Property.ContainingType) != SdkKind.Response || read.Instance is null || ComparedWith(read) is not { } status || !IsDecided(status))
            return;
        // What a batch left undone and what a function threw are in the response, and have rules of their own.
        if (read.Instance.Type!.GetMembers().Any(m => m is IPropertySymbol && (BatchPartialFailureIgnored.IsFailure(m.Name) || m.Name == "FunctionError")))
            return;
        SdkRun.Report(context, Rule, read.Syntax.GetLocation(), status.Name);
    });

    private static IFieldSymbol? ComparedWith(IPropertyReferenceOperation read)
    {
        IOperation at = read;
        while (at.Parent is IConversionOperation or IParenthesizedOperation or IConditionalAccessOperation)
            at = at.Parent;
        return at.Parent switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary => Status(binary.LeftOperand == at ? binary.RightOperand : binary.LeftOperand),
            IIsPatternOperation { Pattern: IConstantPatternOperation constant } => Status(constant.Value),
            IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation constant } } => Status(constant.Value),
            _ => null,
        };
    }

    private static IFieldSymbol? Status(IOperation value) => value.Unwrapped() is IFieldReferenceOperation { Field: { ContainingType.Name: "HttpStatusCode" } field } ? field : null;

    // 200 and every error; 202, 204, 206 and 304 may tell one kind of success from another.
    private static bool IsDecided(IFieldSymbol status) => status.ConstantValue is 200 or >= 400;
}
