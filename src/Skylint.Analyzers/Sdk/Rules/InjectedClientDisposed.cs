using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A client that is disposed of by somebody who was only lent it.</summary>
internal sealed class InjectedClientDisposed : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2063",
        Key = "injected-client-disposed",
        Title = "Injected client is disposed of",
        Message = "'{0}' was handed in and belongs to someone else; leave it to its owner, or everybody who shares it fails with an ObjectDisposedException",
        Why = "Clients are registered as singletons. The first consumer that disposes of one takes it from all the others, and the container hands the dead client on.",
        Category = Category.Reliability,
        Level = Level.Warning,
        FixSummary = "Removes the call, where it is a statement of its own.",
        References = new() { Cwe = ["CWE-672"] },
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnInvocation("Dispose", (run, context, call) =>
    {
        if (call.Instance is null || ClientOf(call) is not { } client || !run.Sdk.IsClient(client.Type) || client.Member is not { } member || !IsHandedIn(member))
            return;
        SdkRun.Report(context, Rule, call.Syntax.GetLocation(), member.Name);
    });

    private static (ITypeSymbol? Type, ISymbol? Member)? ClientOf(IInvocationOperation call)
    {
        var receiver = call.Instance!.Unwrapped();
        if (receiver is IConditionalAccessInstanceOperation)
            receiver = Model.Operations.ConditionalReceiver(call)?.Unwrapped() ?? receiver;
        return receiver switch
        {
            IFieldReferenceOperation field => (field.Type, field.Field),
            IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation } property => (property.Type, property.Property),
            // The parameter of a primary constructor.
            IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter => (parameter.Type, parameter.Parameter),
            _ => null,
        };
    }

    /// <summary>True when every value that the member gets is a parameter of a public constructor of its class, and nobody else can know who owns it.</summary>
    private static bool IsHandedIn(ISymbol member)
    {
        if (member is IParameterSymbol parameter)
            return IsInjected(parameter);
        var constructors = member.ContainingType.InstanceConstructors.Where(c => !c.IsImplicitlyDeclared).ToList();
        if (constructors.Count != 1 || !constructors[0].Parameters.Any(IsInjected))
            return false;
        if (member.ContainingType.DeclaringSyntaxReferences.Length != 1 || member.ContainingType.DeclaringSyntaxReferences[0].GetSyntax() is not TypeDeclarationSyntax type)
            return false;
        var values = type.DescendantNodes().OfType<AssignmentExpressionSyntax>().Where(a => NameOf(a.Left) == member.Name).Select(a => a.Right)
            .Concat(type.DescendantNodes().OfType<VariableDeclaratorSyntax>().Where(v => v.Identifier.ValueText == member.Name && v.Initializer is not null).Select(v => v.Initializer!.Value))
            .Concat(type.Members.OfType<PropertyDeclarationSyntax>().Where(p => p.Identifier.ValueText == member.Name && p.Initializer is not null).Select(p => p.Initializer!.Value)).ToList();
        return values.Count > 0 && values.All(value => HandedIn(value) is { } name && constructors[0].Parameters.FirstOrDefault(p => p.Name == name) is { } given && IsInjected(given))
            // A flag that says who owns the client.
            && !type.DescendantTokens().Any(t => t.ValueText.IndexOf("own", StringComparison.OrdinalIgnoreCase) >= 0 && t.ValueText.IndexOf("client", StringComparison.OrdinalIgnoreCase) >= 0 || t.ValueText.IndexOf("leaveOpen", StringComparison.OrdinalIgnoreCase) >= 0 || t.ValueText.IndexOf("dispose", StringComparison.OrdinalIgnoreCase) == 0 && t.ValueText.Length > 12);
    }

    // The interface is what containers inject; who takes the class may well have been given it for good.
    private static bool IsInjected(IParameterSymbol parameter) => parameter.Type.TypeKind == TypeKind.Interface && parameter.ContainingSymbol is IMethodSymbol { DeclaredAccessibility: Accessibility.Public };

    private static string? HandedIn(ExpressionSyntax value) => value switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        BinaryExpressionSyntax { Left: IdentifierNameSyntax name, Right: ThrowExpressionSyntax } => name.Identifier.ValueText,
        _ => null,
    };

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax name } => name.Identifier.ValueText,
        _ => null,
    };
}
