using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Cdk.Rules;
using Skylint.CodeFixes.Editing;

namespace Skylint.CodeFixes.Cdk;

/// <summary>Works out what a fix changes at one construct: finds or makes the props object and sets, removes or replaces what the fix says.</summary>
internal sealed class PropertyEdit(SyntaxNode root, SemanticModel model, SyntaxNode creation, SyntaxNode? culprit, bool mayImport)
{
    private static readonly Regex s_nestedClass = new(@"""fqn"":""[\w.-]+?\.(?<owner>\w+)\.(?<name>\w+Property)""", RegexOptions.CultureInvariant);

    private readonly SortedSet<string> _usings = new(StringComparer.Ordinal);

    /// <summary>The changed file; null when the code is of a shape that the fix cannot change, or the referenced version lacks the property.</summary>
    public SyntaxNode? Apply(Fix fix)
    {
        var change = fix switch
        {
            SetProperty set => Set(set),
            AppendElements append => Append(append),
            RemoveProperty remove => Remove(remove),
            SetArgument argument => Argument(argument),
            ReplaceWhole replace => Replace(replace),
            _ => null,
        };
        return change is var (old, replacement) ? QualifiedText.AddUsings(root.ReplaceNode(old, replacement), [.. _usings]) : null;
    }

    private (SyntaxNode Old, SyntaxNode New)? Set(SetProperty fix)
    {
        var path = fix.Path.Split('.');
        if (Expression(fix.Expression) is not { } value)
            return null;
        // The wrong assignment itself, wherever it stands: `props.EnforceSSL = false;`
        if (culprit?.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { } wrong && wrong.Span == culprit.Span && NameOf(wrong.Left) == path[path.Length - 1])
            return (wrong.Right, value.WithTriviaFrom(wrong.Right));

        // An element of a list that lacks it: `new SubnetConfiguration { ... }`
        if (culprit is BaseObjectCreationExpressionSyntax element && element != creation && IsUsable(model.GetTypeInfo(element).Type, path[0]))
            return SetIn(element, path, 0, value) is { } completed ? (element, completed) : null;

        if (Operation() is not { } operation || PropsOf(operation) is not { } parameter)
            return null;
        var argument = operation.FirstOrDefault(a => SymbolEqualityComparer.Default.Equals(a.Parameter, parameter) && a.ArgumentKind == ArgumentKind.Explicit);
        if (argument?.Syntax is not ArgumentSyntax syntax || syntax.Expression.IsKind(SyntaxKind.NullLiteralExpression))
            return AddArgument(parameter, path, value, argument?.Syntax as ArgumentSyntax);
        return PropsCreation(syntax.Expression) is { } props && SetIn(props, path, 0, value) is { } changed ? (props, changed) : null;
    }

    private (SyntaxNode Old, SyntaxNode New)? Append(AppendElements fix)
    {
        var path = fix.Path.Split('.');
        if (Assigned(path) is not { } existing)
            return Set(new SetProperty(fix.Path, fix.Expression) { Title = fix.Title });
        var elements = fix.Elements.Select(Expression).ToList();
        return elements.All(e => e is not null) && Initializer.Append(existing, elements!) is { } appended ? (existing, appended) : null;
    }

    /// <summary>The expression that the code assigns to the property at a path of the props object; null when it assigns none.</summary>
    private ExpressionSyntax? Assigned(string[] path)
    {
        if (culprit?.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { } wrong && wrong.Span == culprit.Span && NameOf(wrong.Left) == path[path.Length - 1])
            return wrong.Right;
        var at = Operation() is { } operation && PropsOf(operation) is { } parameter
            && operation.FirstOrDefault(a => SymbolEqualityComparer.Default.Equals(a.Parameter, parameter) && a.ArgumentKind == ArgumentKind.Explicit)?.Syntax is ArgumentSyntax syntax
            ? PropsCreation(syntax.Expression) : null;
        ExpressionSyntax? found = at;
        foreach (var name in path)
        {
            if (found is not BaseObjectCreationExpressionSyntax owner)
                return found;
            found = Initializer.Find(owner, name)?.Right;
        }

        return found;
    }

    private (SyntaxNode Old, SyntaxNode New)? AddArgument(IParameterSymbol parameter, string[] path, ExpressionSyntax value, ArgumentSyntax? nothing)
    {
        if (ClassOf(parameter.Type) is not { } props || Create(props, path, 0, value) is not { } created)
            return null;
        if (nothing is not null)
            return (nothing.Expression, created.WithTriviaFrom(nothing.Expression));
        var list = ArgumentList();
        if (list is null)
            return creation is ObjectCreationExpressionSyntax bare ? (bare, bare.WithType(bare.Type.WithoutTrailingTrivia()).WithArgumentList(SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(created)))).WithTrailingTrivia(bare.GetTrailingTrivia())) : null;
        var argument = SyntaxFactory.Argument(created);
        if (list.Arguments.Count != parameter.Ordinal || list.Arguments.Any(a => a.NameColon is not null))
            argument = argument.WithNameColon(SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(parameter.Name)).WithTrailingTrivia(SyntaxFactory.Space));
        var arguments = list.Arguments;
        var tokens = arguments.GetWithSeparators().ToList();
        if (arguments.Count > 0)
            tokens.Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space));
        tokens.Add(argument);
        return (list, list.WithArguments(SyntaxFactory.SeparatedList<ArgumentSyntax>(tokens)));
    }

    private BaseObjectCreationExpressionSyntax? SetIn(BaseObjectCreationExpressionSyntax target, string[] path, int at, ExpressionSyntax value)
    {
        var existing = Initializer.Find(target, path[at]);
        if (at == path.Length - 1)
        {
            if (existing is not null)
                return target.ReplaceNode(existing.Right, value.WithTriviaFrom(existing.Right));
            return IsUsable(model.GetTypeInfo(target).Type, path[at]) ? Initializer.Add(target, path[at], value) : null;
        }

        if (existing is null)
            return Inner(model.GetTypeInfo(target).Type, path, at, value) is { } inner ? Initializer.Add(target, path[at], inner) : null;
        return existing.Right is BaseObjectCreationExpressionSyntax next && SetIn(next, path, at + 1, value) is { } changed ? target.ReplaceNode(next, changed) : null;
    }

    private ExpressionSyntax? Create(INamedTypeSymbol type, string[] path, int at, ExpressionSyntax value)
    {
        var member = at == path.Length - 1 ? IsUsable(type, path[at]) ? value : null : Inner(type, path, at, value);
        if (member is null)
            return null;
        var name = QualifiedText.Of(type, model, creation.SpanStart, mayImport, _usings);
        return SyntaxFactory.ParseExpression($"new {name} {{ {path[at]} = {member} }}");
    }

    private ExpressionSyntax? Inner(ITypeSymbol? owner, string[] path, int at, ExpressionSyntax value) =>
        Find(owner, path[at]) is { } property && IsUsable(owner, path[at]) && ClassOf(property) is { } type ? Create(type, path, at + 1, value) : null;

    private (SyntaxNode Old, SyntaxNode New)? Remove(RemoveProperty fix)
    {
        if (culprit?.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax owner } } assignment && NameOf(assignment.Left) == fix.Property)
            return (owner, Initializer.Remove(owner, assignment));
        return null;
    }

    private (SyntaxNode Old, SyntaxNode New)? Replace(ReplaceWhole fix)
    {
        var text = fix.Expression;
        foreach (var argument in Operation() ?? [])
        {
            if (argument.ArgumentKind != ArgumentKind.Explicit || argument.Syntax is not ArgumentSyntax syntax)
                continue;
            // What the new expression has no place for would be lost.
            var place = $"{{{argument.Parameter?.Name}}}";
            if (!text.Contains(place))
                return null;
            text = text.Replace(place, syntax.Expression.ToString());
        }

        return Expression(text) is { } value ? (creation, value.WithTriviaFrom(creation)) : null;
    }

    private (SyntaxNode Old, SyntaxNode New)? Argument(SetArgument fix)
    {
        if (Expression(fix.Expression) is not { } value || Operation() is not { } arguments)
            return null;
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Name == fix.Parameter && argument.ArgumentKind == ArgumentKind.Explicit && argument.Syntax is ArgumentSyntax syntax)
                return (syntax.Expression, value.WithTriviaFrom(syntax.Expression));
        }

        return null;
    }

    private ArgumentListSyntax? ArgumentList() => creation switch
    {
        BaseObjectCreationExpressionSyntax c => c.ArgumentList,
        ConstructorInitializerSyntax c => c.ArgumentList,
        PrimaryConstructorBaseTypeSyntax c => c.ArgumentList,
        InvocationExpressionSyntax c => c.ArgumentList,
        _ => null,
    };

    private IReadOnlyList<IArgumentOperation>? Operation()
    {
        var operation = model.GetOperation(creation);
        if (operation is IExpressionStatementOperation statement)
            operation = statement.Operation;
        return operation switch
        {
            IObjectCreationOperation c => c.Arguments,
            IInvocationOperation i => i.Arguments,
            _ => null,
        };
    }

    private static IParameterSymbol? PropsOf(IReadOnlyList<IArgumentOperation> arguments) =>
        arguments.Select(a => a.Parameter).FirstOrDefault(Skylint.Cdk.Model.PropsParameter.Is);

    /// <summary>The creation of the props object: the argument itself, or what the local was declared with.</summary>
    private BaseObjectCreationExpressionSyntax? PropsCreation(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case BaseObjectCreationExpressionSyntax inline:
                return inline;
            case IdentifierNameSyntax name when model.GetSymbolInfo(name).Symbol is ILocalSymbol { DeclaringSyntaxReferences.Length: 1 } local
                && local.DeclaringSyntaxReferences[0].GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax declared }:
                return declared;
            default:
                return null;
        }
    }

    private static string? NameOf(ExpressionSyntax left) => left switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>The class to create for a property. What may be a token is declared as object; an attribute says which class it may be instead.</summary>
    private static INamedTypeSymbol? ClassOf(IPropertySymbol property)
    {
        if (property.Type.SpecialType != SpecialType.System_Object)
            return ClassOf(property.Type);
        var json = property.GetAttributes().Where(a => a.AttributeClass?.Name == "JsiiPropertyAttribute").SelectMany(a => a.ConstructorArguments).Select(a => a.Value as string).FirstOrDefault(v => v?.Contains("fqn") == true);
        if (json is null || json.Contains("\"collection\""))
            return null;
        var match = s_nestedClass.Match(json);
        return match.Success
            ? property.ContainingType.ContainingNamespace.GetTypeMembers(match.Groups["owner"].Value).SelectMany(t => t.GetTypeMembers(match.Groups["name"].Value)).FirstOrDefault()
            : null;
    }

    /// <summary>The class to create for an options type: the CDK pairs <c>IBucketProps</c> with <c>BucketProps</c>.</summary>
    private static INamedTypeSymbol? ClassOf(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Class } @class)
            return @class.SpecialType == SpecialType.System_Object ? null : @class;
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Interface } face || face.Name.Length < 2)
            return null;
        var name = face.Name.Substring(1);
        return face.ContainingType is { } outer ? outer.GetTypeMembers(name).FirstOrDefault() : face.ContainingNamespace.GetTypeMembers(name).FirstOrDefault();
    }

    private static IPropertySymbol? Find(ITypeSymbol? type, string name)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
                return property;
        }

        return null;
    }

    // A fix never writes what the referenced version does not have, or tells to avoid.
    private static bool IsUsable(ITypeSymbol? type, string name) =>
        Find(type, name) is { SetMethod: not null } property && !property.GetAttributes().Any(a => a.AttributeClass?.Name == "ObsoleteAttribute");

    /// <summary>The construct's id with something appended, in the form in which the id is written.</summary>
    private static string WithSuffix(ExpressionSyntax id, string suffix) => id switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => SymbolDisplay.FormatLiteral(text + suffix, quote: true),
        InterpolatedStringExpressionSyntax text when text.StringStartToken.IsKind(SyntaxKind.InterpolatedStringStartToken) => text.ToString().TrimEnd('"') + suffix + "\"",
        _ => $"$\"{{{id}}}{suffix}\"",
    };

    private ExpressionSyntax? Expression(string text)
    {
        if (text.Contains("{scope}") || text.Contains("{id}"))
        {
            if (Place() is not var (scope, id, isMadeUp))
                return null;
            text = text.Replace("{scope}", scope);
            text = Regex.Replace(text, @"""\{id\}(\w*)""", match => WithSuffix(id, match.Groups[1].Value) is var full && isMadeUp ? Unused(full) : full);
        }

        var (shortened, usings) = QualifiedText.Shorten(text, model, creation.SpanStart, mayImport);
        _usings.UnionWith(usings);
        var expression = SyntaxFactory.ParseExpression(shortened);
        return expression.ContainsDiagnostics ? null : expression;
    }

    /// <summary>Where a further construct goes, and what its id begins with; null when there is no scope to put it into.</summary>
    private (string Scope, ExpressionSyntax Id, bool IsMadeUp)? Place()
    {
        var arguments = Operation()?.Where(a => a.ArgumentKind == ArgumentKind.Explicit && a.Syntax is ArgumentSyntax).ToList() ?? [];
        if (arguments.FirstOrDefault(a => a.Parameter?.Name == "scope")?.Syntax is ArgumentSyntax scope && arguments.FirstOrDefault(a => a.Parameter?.Name == "id")?.Syntax is ArgumentSyntax id)
            return (scope.Expression.ToString(), id.Expression, false);
        if (ScopeAround() is not { } around || WordOf((arguments.FirstOrDefault()?.Syntax as ArgumentSyntax)?.Expression)?.TrimStart('_') is not { Length: > 0 } word)
            return null;
        return (around, SyntaxFactory.ParseExpression(SymbolDisplay.FormatLiteral(char.ToUpperInvariant(word[0]) + word.Substring(1), quote: true)), true);
    }

    // `handler`, `this.handler` and `handler.Function` are all about the handler.
    private static string? WordOf(ExpressionSyntax? expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access => access.Name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => WordOf(access.Expression),
        _ => null,
    };

    // Two constructs of one scope cannot share an id, and the same object may be a target twice.
    private string Unused(string literal)
    {
        var candidate = literal;
        for (var i = 2; root.DescendantTokens().Any(t => t.IsKind(SyntaxKind.StringLiteralToken) && t.Text == candidate); i++)
            candidate = literal.TrimEnd('"') + i.ToString(System.Globalization.CultureInfo.InvariantCulture) + "\"";
        return candidate;
    }

    // The construct whose code this is, or the one that the method was given.
    private string? ScopeAround()
    {
        var method = model.GetEnclosingSymbol(creation.SpanStart) as IMethodSymbol;
        while (method?.MethodKind is MethodKind.AnonymousFunction or MethodKind.LocalFunction)
            method = method.ContainingSymbol as IMethodSymbol;
        if (method is null)
            return null;
        if (!method.IsStatic && IsConstruct(method.ContainingType))
            return "this";
        return method.Parameters.FirstOrDefault(p => IsConstruct(p.Type))?.Name;
    }

    private static bool IsConstruct(ITypeSymbol type) => type.Name == "IConstruct" || type.AllInterfaces.Any(i => i is { Name: "IConstruct", ContainingNamespace.Name: "Constructs" });
}
