using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Cdk.Model;

namespace Skylint.Cdk.Rules;

/// <summary>The property names another resource of the code, which meets a requirement: a parameter group, a security configuration.</summary>
internal sealed class ResourceReference(PropertyPath property, string path, string type, Requirement requirement, string? name) : Requirement
{
    public override IEnumerable<LibraryName> Names =>
    [
        new(LibraryNameKind.Property, path),
        new(LibraryNameKind.Type, type),
        .. name is null ? [] : new LibraryName[] { new(LibraryNameKind.Property, name) { Owner = type } },
        .. requirement.Names.Select(n => n.Kind == LibraryNameKind.Property && n.Owner is null ? n with { Owner = type } : n),
    ];

    protected override Verdict CheckOne(Value scope, Construct construct) =>
        Verdict.Join([.. property.Of(scope, construct).Alternatives.Select(v => Judge(v, construct))]);

    private Verdict Judge(Value value, Construct construct)
    {
        if (construct.Cdk.TypeOf(type) is not { } wanted)
            return Verdict.Unknown;
        switch (value)
        {
            case UnsetValue or NullValue:
                return new Verdict(Outcome.Violated, value.Origin is null ? null : value);
            case CallValue { Receiver: ObjectValue resource } when SymbolEqualityComparer.Default.Equals(resource.Type, wanted):
                return Of(resource, value, construct);
            // The groups that the service brings along cannot be changed.
            case ConstantValue { Constant: string text } when text.StartsWith("default.", StringComparison.Ordinal):
                return new Verdict(Outcome.Violated, value);
            case ConstantValue { Constant: string text } when name is not null:
                return Named(text, name, wanted, construct) is { } found ? Of(found, value, construct) : Verdict.Unknown;
            default:
                return Verdict.Unknown;
        }
    }

    // The report stands at the reference: the resource may serve others, for which it is right. An escape hatch may have put it right.
    private Verdict Of(ObjectValue resource, Value reference, Construct construct) => requirement.Check(resource, construct).Outcome switch
    {
        Outcome.Satisfied => Verdict.Satisfied,
        Outcome.Violated when !construct.Cdk.HasEscapeHatches => new Verdict(Outcome.Violated, reference),
        _ => Verdict.Unknown,
    };

    private static ObjectValue? Named(string text, string name, INamedTypeSymbol wanted, Construct construct)
    {
        foreach (var node in construct.Cdk.Index.Occurrences(wanted.Name))
        {
            SyntaxNode at = node;
            while (at.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax)
                at = at.Parent;
            if (at.Parent is not ObjectCreationExpressionSyntax creation || creation.Type != at || construct.Cdk.Index.OperationOf(creation) is not IObjectCreationOperation operation
                || !SymbolEqualityComparer.Default.Equals(operation.Type, wanted))
                continue;
            if (construct.Cdk.Resolver.Resolve(operation, Frame.Root) is ObjectValue resource && construct.Cdk.Resolver.Member(resource, name) is ConstantValue { Constant: string given } && given == text)
                return resource;
        }

        return null;
    }
}
