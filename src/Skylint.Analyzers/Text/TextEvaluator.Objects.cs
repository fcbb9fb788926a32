using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Text;

/// <summary>
/// Members of objects that are made in sight and that no other code gets hold of: they hold what was written into that object, whatever is written into others of its class.
/// </summary>
internal sealed partial class TextEvaluator
{
    private const int MaxObjects = 20;

    /// <summary>One object: where it is made, the variable that holds it if one does, and the call in whose body that stands.</summary>
    private sealed record MadeObject(IObjectCreationOperation Creation, ILocalSymbol? Holder, Frame Frame);

    /// <summary>The value of a member as the objects show that the instance may be; null when other code may have written it.</summary>
    private TextValue? OfObjects(IMemberReferenceOperation reference, Frame frame)
    {
        var instance = Unwrapped(reference.Instance);
        if (instance is not (IObjectCreationOperation or ILocalReferenceOperation or IParameterReferenceOperation) || !IsPlain(reference.Member) || HoldsText(reference.Member) || !IsMade(reference.Member.ContainingType))
            return null;
        var objects = new List<MadeObject>();
        if (!FindObjects(instance, frame, objects, 0) || objects.Count == 0)
            return null;
        var union = new TextUnion(TextShape.Choice);
        foreach (var made in objects)
        {
            // A setter may write more than its own.
            if (made.Creation.Initializer?.Initializers.All(i => i is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var set } } && IsPlain(set)) == false)
                return null;
            union.Add(Once((made.Creation, reference.Member.OriginalDefinition, reference.Syntax), made.Frame, () => OfObject(made, reference)));
        }

        return union.Value;
    }

    private static IOperation? Unwrapped(IOperation? operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)operation).Operand;
        return operation;
    }

    /// <summary>A field or a property that keeps what is written into it.</summary>
    private static bool IsPlain(ISymbol member) => member switch
    {
        IFieldSymbol field => !field.IsStatic,
        IPropertySymbol { IsStatic: false, IsIndexer: false, IsVirtual: false, IsOverride: false, IsAbstract: false } property => IsAuto(property) || IsPositional(property),
        _ => false,
    };

    private static bool IsPositional(IPropertySymbol property) => property.DeclaringSyntaxReferences.Length > 0 && property.DeclaringSyntaxReferences[0].GetSyntax() is ParameterSyntax;

    /// <summary>True when making an object runs no code but that which the creation shows.</summary>
    private static bool IsMade(INamedTypeSymbol? type)
    {
        for (var current = type?.OriginalDefinition; current is not null && current.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType); current = current.BaseType?.OriginalDefinition)
        {
            if (current.DeclaringSyntaxReferences.Length == 0 || !current.InstanceConstructors.All(c => c.IsImplicitlyDeclared || IsPrimary(c)))
                return false;
        }

        return type is { TypeKind: TypeKind.Class or TypeKind.Struct };
    }

    private static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.ContainingType.IsRecord && constructor.DeclaringSyntaxReferences.Length > 0 && constructor.DeclaringSyntaxReferences[0].GetSyntax() is RecordDeclarationSyntax;

    /// <summary>Adds the objects that the expression may be; false when it may be one that is not seen being made, or that others may write into.</summary>
    private bool FindObjects(IOperation? operation, Frame frame, List<MadeObject> found, int depth)
    {
        if (!Spend(1) || depth > MaxDepth || found.Count >= MaxObjects)
            return false;
        switch (Unwrapped(operation))
        {
            case IObjectCreationOperation creation:
                found.Add(new MadeObject(creation, null, frame));
                return IsMade(creation.Type as INamedTypeSymbol);
            case ILocalReferenceOperation { Local: var local } reference:
                var body = model.BodyOf(reference);
                if (!IsKept(local, body, mayWrite: true, 0))
                    return false;
                var definitions = body.Definitions(local);
                foreach (var definition in definitions)
                {
                    if (definition.Kind != DefinitionKind.Set || Unwrapped(definition.Value) is not IObjectCreationOperation made || !IsMade(made.Type as INamedTypeSymbol))
                        return false;
                    found.Add(new MadeObject(made, local, frame));
                }

                return definitions.Count > 0;
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol method, RefKind: RefKind.None } parameter } reference:
                return FindArguments(parameter, method, reference, frame, found, depth);
            default:
                return false;
        }
    }

    private bool FindArguments(IParameterSymbol parameter, IMethodSymbol method, IParameterReferenceOperation reference, Frame frame, List<MadeObject> found, int depth)
    {
        for (var current = frame; current is not null; current = current.Caller)
        {
            if (current.Call is { } bound && SymbolEqualityComparer.Default.Equals((bound.TargetMethod.ReducedFrom ?? bound.TargetMethod).OriginalDefinition, method.OriginalDefinition))
                return IsReadOnly() && FindObjects(Argument(bound), current.Caller!, found, depth + 1);
        }

        // A frame that was entered otherwise, through a delegate, knows the parameter but not the object.
        if (frame.TryGet(parameter, out _) || method.MethodKind is not (MethodKind.Ordinary or MethodKind.LocalFunction))
            return false;
        var isLocal = method.MethodKind == MethodKind.LocalFunction;
        if ((!isLocal && (!model.IsClosed(method) || model.Sources.IsEntryParameter(parameter))) || !IsReadOnly() || (isLocal ? model.BodyOf(reference).CallsOf(method) : CallersOf(method, reference)) is not { } uses)
            return false;
        var isCalled = false;
        foreach (var use in uses)
        {
            if (use is IMethodReferenceOperation or IInvalidOperation)
                return false;
            if (use is not IInvocationOperation call)
                continue;
            isCalled = true;
            if (!FindObjects(Argument(call), Frame.Member, found, depth + 1))
                return false;
        }

        return isCalled;

        bool IsReadOnly() => IsKept(parameter, model.BodyOf(reference), mayWrite: false, 0);

        IOperation? Argument(IInvocationOperation call) => call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == parameter.Ordinal)?.Value;
    }

    /// <summary>True when the object in the variable goes nowhere but into methods in sight, which keep it to themselves as well.</summary>
    private bool IsKept(ISymbol variable, BodyIndex body, bool mayWrite, int depth)
    {
        foreach (var reference in body.References(variable))
        {
            if (!Spend(1) || depth > MaxDepth)
                return false;
            IOperation current = reference;
            while (current.Parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
                current = current.Parent!;
            switch (current.Parent)
            {
                case IFieldReferenceOperation or IPropertyReferenceOperation { Arguments.Length: 0 }:
                    if (current.Parent is IMemberReferenceOperation { Parent: IAssignmentOperation assignment } member && assignment.Target == member && !(mayWrite && IsPlain(member.Member) && assignment is ISimpleAssignmentOperation or ICompoundAssignmentOperation))
                        return false;
                    if (current.Parent.Parent is IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } or IIncrementOrDecrementOperation)
                        return false;
                    break;
                case ISimpleAssignmentOperation { Target: var target } when target == current && mayWrite:
                case IBinaryOperation or IIsPatternOperation or IIsTypeOperation:
                    break;
                case IArgumentOperation { Parameter: { RefKind: RefKind.None } parameter, Parent: IInvocationOperation call } when BodyOf(call.TargetMethod) is { } inner:
                    var declared = (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition.Parameters[parameter.Ordinal];
                    if (!IsKept(declared, model.BodyOf(inner), mayWrite: false, depth + 1))
                        return false;
                    break;
                default:
                    return false;
            }
        }

        return mayWrite || body.Definitions(variable).Count == 0;
    }

    private TextValue OfObject(MadeObject made, IMemberReferenceOperation read)
    {
        var member = read.Member.OriginalDefinition;
        var given = new TextUnion(TextShape.Choice);
        var appended = new TextUnion();
        var initial = made.Creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().FirstOrDefault(a => IsMember(a.Target))?.Value
            ?? (member is IPropertySymbol positional && IsPositional(positional) ? made.Creation.Arguments.FirstOrDefault(a => a.Parameter?.Name == member.Name)?.Value : null);
        given.Add(initial is not null ? Evaluate(initial, made.Frame) : OfDeclaration(member, read));
        if (made.Holder is { } holder)
        {
            foreach (var reference in model.BodyOf(made.Creation).References(holder))
            {
                if (reference.Parent is not IMemberReferenceOperation { Parent: IAssignmentOperation assignment } target || assignment.Target != target || !IsMember(target) || (target.Syntax.SyntaxTree == read.Syntax.SyntaxTree && IsAfter(target.Syntax, read.Syntax) && model.BodyOf(read) == model.BodyOf(target)))
                    continue;
                (assignment is ICompoundAssignmentOperation ? appended : given).Add(Evaluate(assignment.Value, made.Frame));
            }
        }

        return given.Value.Then(appended.Value);

        bool IsMember(IOperation target) => target is IMemberReferenceOperation { Member: var written } && SymbolEqualityComparer.Default.Equals(written.OriginalDefinition, member);
    }

    // What a member holds before anything is written.
    private TextValue OfDeclaration(ISymbol member, IOperation near)
    {
        var initializer = member.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) switch
        {
            VariableDeclaratorSyntax field => field.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            _ => null,
        };
        return initializer is null ? TextValue.Empty : Evaluate(model.OperationOf(initializer, near.SemanticModel, cancellationToken), Frame.Member);
    }
}
