using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>An S3 client that waits for weeks, used where the caller is gone after seconds.</summary>
internal sealed class S3NoTimeout : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2034",
        Key = "s3-no-timeout",
        Title = "S3 client without a time-out",
        Message = "{0}",
        Why = "The default time-out of an S3 client is more than three weeks, so that it never ends a call that hangs. A handler then waits until the platform kills it, with nothing in the log and no retry.",
        Category = Category.Reliability,
        Level = Level.Info,
        NoFix = "How long a call may take depends on the size of the objects.",
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to)
    {
        to.OnSet("Timeout", (run, context, set) =>
        {
            if (run.Sdk.KindOf(set.Owner) == SdkKind.Config && set.Value.StaticMember() is { Name: "InfiniteTimeSpan" or "MaxValue" } && !Comments.Explain(set.Assignment.Syntax, "time"))
                SdkRun.Report(context, Rule, set.Location, "This time-out never ends a call that hangs; choose one that the caller would wait for");
        });
        to.OnCreation((run, context, creation, kind) =>
        {
            if (kind != SdkKind.Client || !AwsSdk.Is(creation.Type, run.Sdk.TypeOf("Amazon.S3.IAmazonS3")) || !IsDefault(creation, run.Sdk) || FieldOf(creation) is not { } field || creation.SemanticModel is not { } model)
                return;
            if (field.ContainingType.DeclaringSyntaxReferences.Length != 1 || field.ContainingType.DeclaringSyntaxReferences[0].GetSyntax() is not TypeDeclarationSyntax type || !IsCalledByHandler(run, type, field, model))
                return;
            SdkRun.Report(context, Rule, creation.NameLocation(), "A call of this client that hangs ends after three weeks, and its handler passes no token; set 'Timeout' on an 'AmazonS3Config'");
        });
    }

    // Made with nothing, or with a configuration that the code shows and that says nothing of time.
    private static bool IsDefault(IObjectCreationOperation creation, AwsSdk sdk)
    {
        foreach (var argument in creation.Arguments)
        {
            if (sdk.KindOf(argument.Value.Unwrapped().Type) == SdkKind.Config && (ObjectFacts.Of(argument.Value, sdk) is not { } facts || !facts.IsUnset("Timeout")))
                return false;
        }

        return true;
    }

    private static ISymbol? FieldOf(IOperation creation)
    {
        while (creation.Parent is IConversionOperation or IParenthesizedOperation or ICoalesceOperation)
            creation = creation.Parent;
        return creation.Parent switch
        {
            IFieldInitializerOperation { InitializedFields: { Length: 1 } fields } => fields[0],
            IPropertyInitializerOperation { InitializedProperties: { Length: 1 } properties } => properties[0],
            ISimpleAssignmentOperation { Target: IFieldReferenceOperation field } => field.Field,
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation } property } => property.Property,
            _ => null,
        };
    }

    /// <summary>True when a handler of the type calls the client and no call of it gets a token; nothing else may hold the client either.</summary>
    private static bool IsCalledByHandler(SdkRun run, TypeDeclarationSyntax type, ISymbol client, SemanticModel model)
    {
        var isCalled = false;
        foreach (var name in type.DescendantNodes().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == client.Name))
        {
            ExpressionSyntax at = name;
            if (at.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own && own.Name == at)
                at = own;
            if (at.Parent is AssignmentExpressionSyntax assignment && assignment.Left == at)
                continue;
            // A TransferUtility, a helper: what they do with time is their affair.
            if (at.Parent is not MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access || access.Expression != at || model.SyntaxTree != type.SyntaxTree)
                return false;
            if (model.GetOperation(call) is not IInvocationOperation invocation || invocation.Arguments.Any(a => a.ArgumentKind == ArgumentKind.Explicit && a.Parameter?.Type.Name == "CancellationToken"))
                return false;
            var method = call.FirstAncestorOrSelf<MethodDeclarationSyntax>();
            isCalled |= method is not null && run.Surroundings.HandlerOf(model.GetDeclaredSymbol(method) as IMethodSymbol) != HandlerKind.None;
        }

        return isCalled;
    }
}
