using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Cdk.Model;

/// <summary>
/// Follows a construct from its creation through variables, fields, parameters and results to everything that is done with it. What is done in the same
/// body comes first, and other bodies are read only when somebody asks for more: reading one may mean that the compiler binds it.
/// </summary>
internal sealed partial class UsageWalker(SourceIndex index)
{
    private const int MaxUsages = 300;
    private const int MaxDepth = 3;

    private readonly List<Usage> _usages = [];
    private readonly Queue<Action> _elsewhere = new();
    private readonly HashSet<ISymbol> _holders = new(SymbolEqualityComparer.Default);
    private bool _escapes;

    /// <summary>True when the construct also reaches code that is not seen.</summary>
    public bool Escapes
    {
        get
        {
            while (!_escapes && _elsewhere.Count > 0)
                _elsewhere.Dequeue()();
            return _escapes;
        }
    }

    public IEnumerable<Usage> Usages
    {
        get
        {
            for (var i = 0; ; i++)
            {
                while (i >= _usages.Count)
                {
                    if (_elsewhere.Count == 0)
                        yield break;
                    _elsewhere.Dequeue()();
                }

                yield return _usages[i];
            }
        }
    }

    /// <summary>Follows the construct that an expression creates.</summary>
    public void FollowCreation(IOperation creation) => Follow(creation, false, 0);

    /// <summary>Follows the construct that a class is: what its constructor does with <c>this</c> after <c>base(...)</c>.</summary>
    public void FollowThis(IOperation baseCall)
    {
        _escapes = true;
        IOperation root = baseCall;
        while (root.Parent is not null)
            root = root.Parent;
        foreach (var instance in BodyFacts.Of(root).Instances)
        {
            if (instance.ReferenceKind == InstanceReferenceKind.ContainingTypeInstance && !baseCall.Syntax.Span.Contains(instance.Syntax.Span) && instance.Parent is IInvocationOperation or IPropertyReferenceOperation or IConversionOperation)
                Follow(instance, IsConditional(instance, root), 0);
        }
    }

    private void Follow(IOperation value, bool conditional, int depth)
    {
        if (_usages.Count > MaxUsages || depth > MaxDepth)
        {
            _escapes = true;
            return;
        }

        var parent = value.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation)
        {
            value = parent;
            parent = parent.Parent;
        }

        if (IsHolder(value.Type) && FollowHolder(value, parent, conditional, depth))
            return;
        switch (parent)
        {
            case null or IExpressionStatementOperation or IBinaryOperation or IIsTypeOperation or INameOfOperation:
                break;
            case IArrayInitializerOperation { Parent: IArrayCreationOperation array }:
                Follow(array, conditional, depth);
                break;
            case IIsPatternOperation match:
                foreach (var name in Touch.NamesIn(match.Pattern))
                    FollowVariable(name, value, true, depth);
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                FollowVariable(declarator.Symbol, value, conditional, depth);
                break;
            case ISimpleAssignmentOperation assignment when assignment.Value == value:
                FollowAssignment(assignment, conditional, depth);
                break;
            case IFieldInitializerOperation initializer:
                foreach (var field in initializer.InitializedFields)
                    FollowMember(field, conditional, depth);
                break;
            case IPropertyInitializerOperation initializer:
                foreach (var property in initializer.InitializedProperties)
                    FollowMember(property, conditional, depth);
                break;
            case IArgumentOperation argument:
                FollowArgument(argument, conditional, depth);
                break;
            case IInvocationOperation call when call.Instance == value:
                if (index.Declares(call.TargetMethod))
                    _escapes = true;
                else
                    _usages.Add(new Usage(call, call.TargetMethod, conditional));
                break;
            case IPropertyReferenceOperation property when property.Instance == value:
                FollowProperty(property, conditional, depth);
                break;
            case IReturnOperation @return:
                FollowResult(@return, conditional, depth);
                break;
            case ICoalesceOperation or IConditionalOperation or ISwitchExpressionArmOperation:
                Follow(parent, true, depth);
                break;
            case ISwitchExpressionOperation:
                Follow(parent, conditional, depth);
                break;
            case IConditionalAccessOperation access when access.Operation == value:
                foreach (var instance in access.WhenNotNull.DescendantsAndSelf().OfType<IConditionalAccessInstanceOperation>())
                    Follow(instance, true, depth);
                break;
            default:
                _usages.Add(new Usage(parent, null, conditional));
                _escapes = true;
                break;
        }
    }

    private void FollowVariable(ISymbol variable, IOperation from, bool conditional, int depth)
    {
        if (!_holders.Add(variable))
            return;
        var root = from;
        while (root.Parent is not null)
            root = root.Parent;
        foreach (var reference in BodyFacts.Of(root).ReferencesTo(variable))
        {
            if (!IsTarget(reference))
                Follow(reference, conditional || IsConditionalFrom(reference, from), depth);
        }
    }

    private static bool IsTarget(IOperation reference) => reference.Parent is IAssignmentOperation assignment && assignment.Target == reference;

    private void FollowAssignment(ISimpleAssignmentOperation assignment, bool conditional, int depth)
    {
        switch (assignment.Target)
        {
            case IDiscardOperation:
                break;
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } held } when IsHolder(held.Type):
                FollowHolderOf(held, conditional, depth);
                break;
            case IArrayElementReferenceOperation element:
                FollowHolderOf(element.ArrayReference, conditional, depth);
                break;
            case IPropertyReferenceOperation property when !index.Declares(property.Property):
                _usages.Add(new Usage(assignment, property.Property, conditional));
                break;
            default:
                FollowStored(assignment.Target, conditional, depth);
                break;
        }

        if (assignment.Parent is not (IExpressionStatementOperation or IObjectOrCollectionInitializerOperation))
            Follow(assignment, conditional, depth);
    }

    /// <summary>Follows what holds the construct from now on; what is no variable and no member of this compilation is not seen.</summary>
    private void FollowStored(IOperation place, bool conditional, int depth)
    {
        switch (place)
        {
            case ILocalReferenceOperation local:
                FollowVariable(local.Local, place, conditional, depth);
                break;
            case IFieldReferenceOperation field when index.Declares(field.Field):
                FollowMember(field.Field, conditional, depth);
                break;
            case IPropertyReferenceOperation property when index.Declares(property.Property):
                FollowMember(property.Property, conditional, depth);
                break;
            default:
                _escapes = true;
                break;
        }
    }

    private void FollowMember(ISymbol member, bool conditional, int depth)
    {
        if (!_holders.Add(member))
            return;
        // What other assemblies do with a public member cannot be seen; in a program there are none.
        if (member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected && !index.IsProgram)
            _escapes = true;
        var names = member.DeclaredAccessibility == Accessibility.Private ? index.Occurrences(member.Name, member.ContainingType) : index.Occurrences(member.Name);
        _elsewhere.Enqueue(() => FollowOccurrences(names, member, conditional, depth));
    }

    private void FollowOccurrences(IEnumerable<SimpleNameSyntax> names, ISymbol member, bool conditional, int depth)
    {
        foreach (var name in names)
        {
            SyntaxNode access = name.Parent is MemberAccessExpressionSyntax m && m.Name == name ? m : name;
            if (NameUse.IsTarget(access) || !NameUse.MayBe(name, member, index) || !SymbolEqualityComparer.Default.Equals(index.SymbolOf(name), member) || index.OperationOf(access) is not { } reference || IsTarget(reference))
                continue;
            IOperation root = reference;
            while (root.Parent is not null)
                root = root.Parent;
            Follow(reference, conditional || IsConditional(reference, root), depth + 1);
        }
    }

    private void FollowArgument(IArgumentOperation argument, bool conditional, int depth)
    {
        var method = argument.Parameter?.ContainingSymbol as IMethodSymbol;
        if (method is null || argument.Parent is null)
        {
            _escapes = true;
            return;
        }

        if (!index.Declares(method))
        {
            if (argument.Parent is IInvocationOperation { Instance: { } held } && IsHolder(held.Type))
            {
                FollowHolderOf(held, conditional, depth);
                return;
            }

            _usages.Add(new Usage(argument.Parent, method, conditional));
            // What a function does with it is not followed, nor who waits for a task.
            _escapes |= method.MethodKind == MethodKind.DelegateInvoke || Touch.IsTrusted(method) && !Touch.LeavesAlone(method);
            return;
        }

        var parameter = method.OriginalDefinition.Parameters[argument.Parameter!.Ordinal];
        _elsewhere.Enqueue(() => FollowParameter(method, parameter, conditional, depth));
    }

    private void FollowParameter(IMethodSymbol method, IParameterSymbol parameter, bool conditional, int depth)
    {
        if (index.BodyOf(method.OriginalDefinition) is not { } body || method.IsVirtual)
        {
            _escapes = true;
            return;
        }

        // A scope passed to a child construct, a helper that hardens it: look at what it does with the parameter.
        if (!_holders.Add(parameter))
            return;
        foreach (var reference in BodyFacts.Of(body).ReferencesTo(parameter))
        {
            if (!IsTarget(reference))
                Follow(reference, conditional || IsConditional(reference, body), depth + 1);
        }
    }

    private void FollowProperty(IPropertyReferenceOperation property, bool conditional, int depth)
    {
        switch (property.Property.Name)
        {
            // The stage that an API brings along is part of it.
            case "Node" or "DefaultChild" or "DeploymentStage" or "DefaultStage":
                Follow(property, conditional, depth);
                break;
            // The L1 behind an L2, under a name of its own: `instance.Instance`.
            case { } name when property.Type is { } type && type.Name == "Cfn" + name && !index.Declares(property.Property):
                Follow(property, conditional, depth);
                break;
            default:
                if (IsTarget(property))
                    _usages.Add(new Usage(property.Parent!, property.Property, conditional));
                else
                    _usages.Add(new Usage(property, property.Property, conditional));
                break;
        }
    }

    private void FollowResult(IReturnOperation @return, bool conditional, int depth)
    {
        IOperation root = @return;
        IMethodSymbol? method = null;
        for (var at = @return.Parent; at is not null; at = at.Parent)
        {
            if (at is ILocalFunctionOperation local)
            {
                method = local.Symbol;
                break;
            }

            if (at is IAnonymousFunctionOperation)
            {
                _escapes = true;
                return;
            }

            root = at;
        }

        method ??= root.SemanticModel?.GetDeclaredSymbol(root.Syntax) as IMethodSymbol;
        if (method is null || !_holders.Add(method))
        {
            _escapes |= method is null;
            return;
        }

        _elsewhere.Enqueue(() => FollowCalls(method, conditional, depth));
    }

    private void FollowCalls(IMethodSymbol method, bool conditional, int depth)
    {
        if (method.DeclaredAccessibility is not (Accessibility.Private or Accessibility.NotApplicable) && !index.IsProgram || index.CallsOf(method) is not { } calls)
        {
            _escapes = true;
            return;
        }

        foreach (var call in calls)
            Follow(call, conditional, depth + 1);
    }

    private static bool IsConditionalFrom(IOperation usage, IOperation creation)
    {
        var at = usage.Parent;
        for (; at is not null && !at.Syntax.Span.Contains(creation.Syntax.Span); at = at.Parent)
        {
            if (IsBranch(at))
                return true;
        }

        return false;
    }

    private static bool IsConditional(IOperation usage, IOperation root)
    {
        for (var at = usage.Parent; at is not null && at != root; at = at.Parent)
        {
            if (IsBranch(at))
                return true;
        }

        return false;
    }

    private static bool IsBranch(IOperation operation) =>
        operation is IConditionalOperation or ISwitchCaseOperation or ISwitchExpressionArmOperation or ILoopOperation or ICatchClauseOperation or IAnonymousFunctionOperation or ILocalFunctionOperation or IConditionalAccessOperation;
}
