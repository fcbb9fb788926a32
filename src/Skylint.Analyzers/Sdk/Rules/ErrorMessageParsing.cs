using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A decision by the wording of an error.</summary>
internal sealed class ErrorMessageParsing : SdkRule
{
    private static readonly Version s_typedErrors = new(4, 1);

    private static readonly Dictionary<string, string[]> s_declared = new(StringComparer.Ordinal)
    {
        ["NoSuchKeyException"] = ["GetObject", "GetObjectAcl", "GetObjectAttributes"],
        ["NoSuchBucketException"] = ["ListObjects", "ListObjectsV2"],
        ["BucketAlreadyExistsException"] = ["PutBucket"],
        ["BucketAlreadyOwnedByYouException"] = ["PutBucket"],
        ["InvalidObjectStateException"] = ["GetObject"],
        ["NoSuchUploadException"] = ["AbortMultipartUpload"],
    };

    public override Rule Rule { get; } = new()
    {
        Id = "SKY2020",
        Key = "error-message-parsing",
        Title = "Error is recognised by its text",
        Message = "{0}",
        Why = "The wording of a message is no contract and changes without notice, and a code in quotes is misspelt without a compiler's help. The SDK has a type for every error that a service declares.",
        Category = Category.Reliability,
        Level = Level.Info,
        FixSummary = "Catches the exception's own type, where the filter of a catch compares the error code of one that has a type.",
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnCatch((run, context, clause) =>
    {
        foreach (var operation in clause.Descendants())
        {
            if (operation is not IPropertyReferenceOperation { Property.Name: "Message" or "ErrorCode" } property || run.Sdk.KindOf(property.Instance?.Type) != SdkKind.Exception || ComparedWith(property) is not { } text)
                continue;
            // A text that is only made up for display decides nothing.
            if (property.Property.Name == "Message" && property.Parent is { Parent: IConditionalOperation { Type.SpecialType: SpecialType.System_String } })
                continue;
            // Of one type of error there is nothing more exact to ask than its text.
            if (property.Property.Name == "Message" && property.Instance!.Type!.ContainingNamespace.Name == "Model")
                continue;
            // What the SDK itself has to say, about credentials that it does not find, has neither a code nor a type.
            if (property.Property.Name == "Message" && text.IndexOf("credential", StringComparison.OrdinalIgnoreCase) >= 0 && property.Instance!.Type!.ContainingNamespace.Name == "Runtime")
                continue;
            if (property.Property.Name == "Message")
                SdkRun.Report(context, Rule, property.Syntax.GetLocation(), null, [$"The wording '{text}' may change; compare 'ErrorCode' or catch the exception's own type"]);
            else if (TypeOf(run.Sdk, property.Instance!.Type!, text) is { } type && IsThrown(run.Sdk, clause, type))
                SdkRun.Report(context, Rule, property.Parent!.Syntax is InvocationExpressionSyntax ? property.Syntax.GetLocation() : property.Parent.Syntax.GetLocation(), type.ContainingNamespace.ToDisplayString() + "." + type.Name, [$"The error '{text}' has a type of its own; catch '{type.Name}'"]);
        }
    });

    // S3 gives an error its type only in the operations that declare it, and before version 4.1 hardly anywhere: all others throw the base exception
    // with the same code.
    private static bool IsThrown(AwsSdk sdk, ICatchClauseOperation clause, INamedTypeSymbol type)
    {
        if (AwsSdk.ServiceOf(type) != "S3" || clause.Parent is not ITryOperation { Body: { } body })
            return true;
        if (!s_declared.TryGetValue(type.Name, out var operations) || (sdk.Version < s_typedErrors && operations[0] != "PutBucket"))
            return false;
        var calls = body.Descendants().OfType<IInvocationOperation>().Select(call => OperationCall.Of(call, sdk)).Where(call => call?.Service == "S3").ToList();
        return calls.Count > 0 && calls.All(call => Array.IndexOf(operations, call!.Name) >= 0);
    }

    private static string? ComparedWith(IPropertyReferenceOperation property) => property.Parent switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } binary => (binary.LeftOperand.Unwrapped() == property ? binary.RightOperand : binary.LeftOperand).Text(),
        IInvocationOperation { TargetMethod: { Name: "Contains" or "StartsWith" or "EndsWith" or "Equals" or "IndexOf", ContainingType.SpecialType: SpecialType.System_String }, Arguments.Length: > 0 } call when call.Instance == property => call.Arguments[0].Value.Text(),
        _ => null,
    };

    /// <summary>The exception that the service declares for an error code, beside the base exception that is caught or in its Model namespace.</summary>
    private static INamedTypeSymbol? TypeOf(AwsSdk sdk, ITypeSymbol caught, string code)
    {
        // Services deny access with the base exception, whatever else is declared under that name.
        if (code.StartsWith("AccessDenied", StringComparison.Ordinal))
            return null;
        var name = code.EndsWith("Exception", StringComparison.Ordinal) ? code : code + "Exception";
        var space = caught.ContainingNamespace.ToDisplayString();
        var type = SdkName(name) ? sdk.TypeOf(space + ".Model." + name) ?? sdk.TypeOf(space + "." + name) : null;
        return type is not null && AwsSdk.Is(type, caught) && !SymbolEqualityComparer.Default.Equals(type, caught) ? type : null;
    }

    private static bool SdkName(string name) => name.All(c => char.IsLetterOrDigit(c));
}
