using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Syntax;

namespace Skylint.Cdk.Model;

/// <summary>
/// The tags that a compilation puts on its resources: <c>Tags.Of(x).Add(key, ...)</c> on apps, stacks and constructs, and the <c>Tags</c> of
/// stack properties (which tag the stack, though the template does not show them). Read when a rule asks, once for each compilation.
/// </summary>
internal sealed class TagIndex
{
    private readonly HashSet<string> _everywhere = new(StringComparer.Ordinal);
    private readonly List<StackTags> _stacks = [];
    private readonly HashSet<string> _somewhere = new(StringComparer.Ordinal);
    private bool _unreadable;

    private readonly CdkModel _cdk;
    private readonly Lazy<bool> _isRead;

    public TagIndex(CdkModel cdk)
    {
        _cdk = cdk;
        _isRead = new Lazy<bool>(() =>
        {
            ReadCalls(cdk, cdk.Index.Occurrences("Of"));
            ReadStacks(cdk);
            return true;
        });
    }

    /// <summary>
    /// Those of the required keys that no tag covers. A key counts as covered when the app or a stage carries it, when every stack that is
    /// created does, or when there is no stack to judge by and some construct does. Nothing is missing where tags come from code that cannot be read.
    /// </summary>
    /// <param name="required">The keys.</param>
    /// <param name="app">Where the app is created. Most apps are tagged there, and then no other file needs to be read.</param>
    public IReadOnlyList<string> MissingFrom(IReadOnlyList<string> required, SyntaxTree app)
    {
        if (!_isRead.IsValueCreated)
        {
            var here = new TagIndex(_cdk);
            here.ReadCalls(_cdk, NameIndex.Of(app).Occurrences("Of"));
            if (required.All(key => here._everywhere.Contains(Normalize(key))))
                return [];
        }

        _ = _isRead.Value;
        if (_unreadable)
            return [];
        return [.. required.Where(key => !IsCovered(Normalize(key)))];
    }

    /// <summary>A key without case, separators and organisation prefix.</summary>
    public static string Normalize(string key)
    {
        var prefix = key.LastIndexOfAny([':', '/']);
        var text = new StringBuilder(key.Length);
        foreach (var c in key.Substring(prefix + 1))
        {
            if (char.IsLetterOrDigit(c))
                text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    private bool IsCovered(string key) =>
        _everywhere.Contains(key) || _somewhere.Contains(key) || _stacks.Count > 0 && _stacks.All(stack => stack.IsOpen || stack.Keys.Contains(key));

    // Tags.Of(scope).Add("key", "value")
    private void ReadCalls(CdkModel cdk, IEnumerable<SimpleNameSyntax> names)
    {
        foreach (var name in names)
        {
            if (name.Parent is not MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax of } access || access.Name != name
                || cdk.Index.OperationOf(of) is not IInvocationOperation { TargetMethod: { ContainingType: { Name: "Tags", ContainingNamespace.Name: "CDK" } } } call || call.Arguments.Length == 0)
                continue;
            Read(cdk, call);
        }

        // An Aspect that is a Tag does the same.
        foreach (var name in cdk.Index.Occurrences("Tag"))
        {
            if (name.Parent is ObjectCreationExpressionSyntax creation && cdk.Index.OperationOf(creation) is IObjectCreationOperation { Constructor.ContainingType: { Name: "Tag", ContainingNamespace.Name: "CDK" } } tag
                && tag.Arguments.Length > 0)
                AddKey(_everywhere, cdk.Resolver.Resolve(tag.Arguments[0].Value, Frame.Root));
        }
    }

    private void Read(CdkModel cdk, IInvocationOperation of)
    {
        var added = AddsOf(cdk, of);
        if (added is null)
        {
            _unreadable = true;
            return;
        }

        var scope = of.Arguments[0].Value;
        while (scope is IConversionOperation conversion)
            scope = conversion.Operand;
        var type = scope.Type as INamedTypeSymbol;
        foreach (var key in added)
        {
            if (IsA(type, "Amazon.CDK.Stage", cdk) || type is { TypeKind: TypeKind.Interface } || type?.Name == "Construct")
                AddKey(_everywhere, key);
            else if (IsA(type, "Amazon.CDK.Stack", cdk))
                StackOf(type!).Add(key);
            else
                AddKey(_somewhere, key);
        }
    }

    // `Tags.Of(x).Add(...)`, or a variable that holds `Tags.Of(x)`.
    private static IReadOnlyList<Value>? AddsOf(CdkModel cdk, IInvocationOperation of)
    {
        switch (of.Parent)
        {
            case IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: > 0 } add when add.Instance == of:
                return [Key(cdk, add)];
            case IInvocationOperation:
                return [];
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                IOperation root = declarator;
                while (root.Parent is not null)
                    root = root.Parent;
                return [.. root.Descendants().OfType<IInvocationOperation>()
                    .Where(i => i is { TargetMethod.Name: "Add", Arguments.Length: > 0, Instance: ILocalReferenceOperation local } && SymbolEqualityComparer.Default.Equals(local.Local, declarator.Symbol))
                    .Select(i => Key(cdk, i))];
            default:
                return null;
        }
    }

    private static Value Key(CdkModel cdk, IInvocationOperation add) => cdk.Resolver.Resolve(add.Arguments[0].Value, Frame.Root);

    private void ReadStacks(CdkModel cdk)
    {
        foreach (var creation in StackCreations(cdk))
        {
            var type = (INamedTypeSymbol)creation.Type!;
            var stack = StackOf(type);
            stack.IsCreated = true;
            foreach (var argument in creation.Arguments)
            {
                if (argument.Parameter?.Type is not { } parameter || !IsStackProps(parameter))
                    continue;
                if (argument.ArgumentKind == ArgumentKind.DefaultValue)
                    continue;
                AddTags(stack, cdk.Resolver.Member(cdk.Resolver.Resolve(argument.Value, Frame.Root), "Tags"));
            }

            // class MyStack : Stack { MyStack(...) : base(scope, id, new StackProps { Tags = ... }) }
            if (MakesProps(creation.Constructor!) && cdk.Index.BodyOf(creation.Constructor!) is { } body)
            {
                foreach (var call in body.Descendants().OfType<IInvocationOperation>().Where(i => i.TargetMethod.MethodKind == MethodKind.Constructor))
                {
                    foreach (var argument in call.Arguments.Where(a => a.Parameter is { } p && IsStackProps(p.Type) && a.Value.Syntax is BaseObjectCreationExpressionSyntax))
                        AddTags(stack, cdk.Resolver.Member(cdk.Resolver.Resolve(argument.Value, Frame.Root), "Tags"));
                }
            }
        }

        _stacks.RemoveAll(stack => !stack.IsCreated);
    }

    // Most pass their props on, and then the body need not be read.
    private static bool MakesProps(IMethodSymbol constructor)
    {
        foreach (var reference in constructor.DeclaringSyntaxReferences)
        {
            var arguments = reference.GetSyntax() switch
            {
                ConstructorDeclarationSyntax declaration => declaration.Initializer?.ArgumentList,
                TypeDeclarationSyntax type => type.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault()?.ArgumentList,
                _ => null,
            };
            if (arguments?.Arguments.Any(a => a.Expression is BaseObjectCreationExpressionSyntax) == true)
                return true;
        }

        return false;
    }

    private static void AddTags(StackTags stack, Value tags)
    {
        switch (tags)
        {
            case MapValue map:
                foreach (var key in map.Entries.Keys)
                    stack.Keys.Add(Normalize(key));
                stack.IsOpen |= map.IsOpen;
                break;
            case UnsetValue or NullValue:
                break;
            default:
                stack.IsOpen = true;
                break;
        }
    }

    private static bool IsStackProps(ITypeSymbol type) =>
        type.Name == "IStackProps" || type.AllInterfaces.Any(i => i is { Name: "IStackProps", ContainingNamespace.Name: "CDK" });

    private static IEnumerable<IObjectCreationOperation> StackCreations(CdkModel cdk)
    {
        // Only what is named like a stack is bound: binding every creation would cost as much as compiling the app again.
        foreach (var name in StackNames(cdk))
        {
            foreach (var node in cdk.Index.Occurrences(name))
            {
                if (node.Parent is ObjectCreationExpressionSyntax creation && creation.Type == node && cdk.Index.OperationOf(creation) is IObjectCreationOperation { Constructor: not null } operation
                    && IsA(operation.Type as INamedTypeSymbol, "Amazon.CDK.Stack", cdk))
                    yield return operation;
            }
        }
    }

    // A class is found by the name of its base, and those that derive from it by its own.
    private static HashSet<string> StackNames(CdkModel cdk)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { "Stack" };
        var bases = new Queue<string>(names);
        foreach (var alias in Aliases(cdk))
            bases.Enqueue(alias);
        while (bases.Count > 0)
        {
            foreach (var node in cdk.Index.Occurrences(bases.Dequeue()))
            {
                if (BaseOf(node) is { Parent.Parent: ClassDeclarationSyntax declaration } && !names.Contains(declaration.Identifier.ValueText)
                    && cdk.Index.ModelOf(node.SyntaxTree).GetDeclaredSymbol(declaration) is INamedTypeSymbol type && IsA(type, "Amazon.CDK.Stack", cdk) && names.Add(type.Name))
                    bases.Enqueue(type.Name);
            }
        }

        return names;
    }

    private static BaseTypeSyntax? BaseOf(SyntaxNode node)
    {
        while (node.Parent is NameSyntax)
            node = node.Parent;
        return node.Parent as BaseTypeSyntax;
    }

    // using Base = Amazon.CDK.Stack;
    private static IEnumerable<string> Aliases(CdkModel cdk)
    {
        foreach (var node in cdk.Index.Occurrences("Stack"))
        {
            if (node.FirstAncestorOrSelf<UsingDirectiveSyntax>()?.Alias is { } alias)
                yield return alias.Name.Identifier.ValueText;
        }
    }

    private StackTags StackOf(INamedTypeSymbol type)
    {
        var stack = _stacks.FirstOrDefault(s => SymbolEqualityComparer.Default.Equals(s.Type, type));
        if (stack is null)
            _stacks.Add(stack = new StackTags(type));
        return stack;
    }

    private static bool IsA(INamedTypeSymbol? type, string metadataName, CdkModel cdk)
    {
        var wanted = cdk.TypeOf(metadataName);
        for (var at = type; at is not null && wanted is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at, wanted))
                return true;
        }

        return false;
    }

    private void AddKey(HashSet<string> keys, Value key)
    {
        foreach (var alternative in key.Alternatives)
        {
            if (alternative is ConstantValue { Constant: string text })
                keys.Add(Normalize(text));
            else
                _unreadable = true;
        }
    }

    private sealed class StackTags(INamedTypeSymbol type)
    {
        public INamedTypeSymbol Type { get; } = type;

        public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);

        public bool IsOpen { get; set; }

        public bool IsCreated { get; set; }

        public void Add(Value key)
        {
            foreach (var alternative in key.Alternatives)
            {
                if (alternative is ConstantValue { Constant: string text })
                    Keys.Add(Normalize(text));
                else
                    IsOpen = true;
            }
        }
    }
}
