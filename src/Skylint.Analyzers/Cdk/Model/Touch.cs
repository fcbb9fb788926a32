using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Cdk.Model;

/// <summary>A place where a variable, field or property is used in a way that matters to its value.</summary>
/// <param name="Reference">The reference.</param>
/// <param name="Kind">What becomes of the value there.</param>
internal sealed record Touch(IOperation Reference, TouchKind Kind)
{
    public bool IsWrite => Kind == TouchKind.Write;

    /// <summary>True for an argument of a call that only reads what it is given.</summary>
    public bool IsReading => Kind == TouchKind.Change && Climb(Reference).Use.Parent is IArgumentOperation argument && LeavesAlone(argument);

    /// <summary>What a use may do to the value; null for one that leaves it as it is: a comparison, a read of a number, the end of the method.</summary>
    public static Touch? Of(IOperation reference)
    {
        var (use, isMerged) = Climb(reference);
        return use.Parent switch
        {
            IAssignmentOperation assignment when assignment.Target == use => new Touch(reference, TouchKind.Write),
            IIncrementOrDecrementOperation or IDeclarationExpressionOperation => new Touch(reference, TouchKind.Write),
            ITupleOperation tuple when IsAssigned(tuple) => new Touch(reference, TouchKind.Write),
            IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } => new Touch(reference, TouchKind.Write),
            IArgumentOperation argument when isMerged => LeavesAlone(argument) ? null : Escaped(reference),
            // The declared value: what was written into it in the same statement is what the creation shows.
            IArgumentOperation => new Touch(reference, TouchKind.Change),
            IPropertyReferenceOperation property when property.Instance == use => OfMember(reference, property),
            IFieldReferenceOperation field when field.Instance == use => OfMember(reference, field),
            IArrayElementReferenceOperation element when element.ArrayReference == use => OfMember(reference, element) is null ? null : Escaped(reference),
            IInvocationOperation call when call.Instance == use => new Touch(reference, TouchKind.Change),
            IForEachLoopOperation loop when loop.Collection == use => ChangesElements(loop) ? new Touch(reference, TouchKind.Change) : null,
            IAssignmentOperation assignment when IsOption(assignment) => null,
            IAssignmentOperation or ISymbolInitializerOperation => isMerged ? Escaped(reference) : new Touch(reference, TouchKind.Change),
            var parent => IsHarmless(use, parent) ? null : Escaped(reference),
        };
    }

    /// <summary>True for a call that reads what it is given and neither changes nor keeps it: into the CDK, and into most of the class library.</summary>
    public static bool LeavesAlone(IArgumentOperation argument) => argument.Parameter?.ContainingSymbol is IMethodSymbol method && LeavesAlone(method);

    /// <inheritdoc cref="LeavesAlone(IArgumentOperation)"/>
    public static bool LeavesAlone(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.DelegateInvoke || !IsTrusted(method))
            return false;
        // Collections keep it, tasks hand it on, and reflection may do anything.
        for (var space = method.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space is { Name: "Collections" or "Reflection" or "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return false;
        }

        return true;
    }

    /// <summary>True for <c>new BucketProps { LifecycleRules = v }</c>: the CDK reads it there, and nobody looks for it there again.</summary>
    public static bool IsOption(IAssignmentOperation assignment) => assignment is { Parent: IObjectOrCollectionInitializerOperation, Target: IPropertyReferenceOperation { Property: var property } }
        && property.ContainingAssembly?.Name.StartsWith("Amazon.", StringComparison.Ordinal) == true;

    /// <summary>True for what the CDK and the class library declare: they read the options they are given and do not change them.</summary>
    public static bool IsTrusted(ISymbol? symbol) => symbol?.ContainingAssembly?.Name is { } name
        && (name.StartsWith("Amazon.", StringComparison.Ordinal) || name.StartsWith("System", StringComparison.Ordinal) || name is "Constructs" or "mscorlib" or "netstandard"
            || name.StartsWith("Cdklabs.", StringComparison.Ordinal));

    /// <summary>
    /// True for objects that somebody else may hold and change: not numbers and strings, not functions, and not constructs, whose properties are fixed once
    /// they exist.
    /// </summary>
    public static bool CanBeShared(ITypeSymbol? type) => type is null
        || type.TypeKind is not (TypeKind.Enum or TypeKind.Delegate) && type.SpecialType is SpecialType.None or SpecialType.System_Object
        && !(type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && !CanBeShared(nullable.TypeArguments[0]))
        && !IsConstruct(type) && !type.AllInterfaces.Any(IsConstruct);

    /// <summary>The variables that a pattern declares: other names for what it is applied to, or for parts of it.</summary>
    public static IEnumerable<ISymbol> NamesIn(IPatternOperation pattern) => pattern.DescendantsAndSelf()
        .Select(p => (p as IDeclarationPatternOperation)?.DeclaredSymbol ?? (p as IRecursivePatternOperation)?.DeclaredSymbol)
        .OfType<ISymbol>();

    private static bool IsConstruct(ITypeSymbol type) => type is { Name: "IConstruct", ContainingNamespace.Name: "Constructs" };

    private static Touch? Escaped(IOperation reference) => CanBeShared(reference.Type) ? new Touch(reference, TouchKind.Escape) : null;

    // Through conversions, and through `a ?? v`, `c ? v : w` and `[v, w]`, after which it is one of several.
    private static (IOperation Use, bool IsMerged) Climb(IOperation use)
    {
        for (var isMerged = false; ; use = use.Parent)
        {
            switch (use.Parent)
            {
                case IConversionOperation or IParenthesizedOperation:
                    continue;
                case IConditionalOperation { WhenFalse: not null, Type: not null } conditional when conditional.Condition != use:
                case ICoalesceOperation or ISwitchExpressionArmOperation or ISwitchExpressionOperation when use.Parent is not ISwitchExpressionOperation @switch || @switch.Value != use:
                case IArrayInitializerOperation or IArrayCreationOperation:
                case { Syntax: CollectionExpressionSyntax }:
                    isMerged = true;
                    continue;
                default:
                    return (use, isMerged);
            }
        }
    }

    private static Touch? OfMember(IOperation reference, IOperation member)
    {
        while (true)
        {
            var (use, _) = Climb(member);
            switch (use.Parent)
            {
                case IAssignmentOperation assignment when assignment.Target == use:
                case IIncrementOrDecrementOperation:
                    return new Touch(reference, TouchKind.Change);
                case ITupleOperation tuple when IsAssigned(tuple):
                case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref }:
                    return Escaped(reference);
                case IPropertyReferenceOperation property when property.Instance == use:
                case IFieldReferenceOperation field when field.Instance == use:
                case IArrayElementReferenceOperation element when element.ArrayReference == use:
                    member = use.Parent;
                    continue;
                case IInvocationOperation call when call.Instance == use:
                    return call.TargetMethod.Name is "Add" or "AddRange" or "Insert" or "Clear" or "Remove" or "TryAdd" ? new Touch(reference, TouchKind.Change)
                        : CanBeShared(use.Type) && !IsTrusted(call.TargetMethod) ? Escaped(reference) : null;
                case IArgumentOperation argument:
                    return LeavesAlone(argument) || !CanBeShared(member.Type) ? null : Escaped(reference);
                case IAssignmentOperation option when IsOption(option):
                    return null;
                case var parent:
                    return !CanBeShared(member.Type) || IsHarmless(use, parent) ? null : Escaped(reference);
            }
        }
    }

    private static bool IsAssigned(ITupleOperation tuple)
    {
        IOperation at = tuple;
        while (at.Parent is ITupleOperation or IConversionOperation)
            at = at.Parent;
        return at.Parent is IDeconstructionAssignmentOperation assignment && assignment.Target == at;
    }

    private static bool IsHarmless(IOperation use, IOperation? parent) => parent switch
    {
        null or IExpressionStatementOperation or IBinaryOperation or IUnaryOperation or IIsTypeOperation or INameOfOperation or ITypeOfOperation or IInterpolationOperation or IThrowOperation
            or ILockOperation or IUsingOperation or IConditionalOperation or IBlockOperation => true,
        IReturnOperation => parent.Kind == OperationKind.Return,
        IIsPatternOperation pattern => !NamesIn(pattern.Pattern).Any(),
        ISwitchOperation @switch => !@switch.Cases.Any(c => c.Clauses.Any(clause => clause is IPatternCaseClauseOperation named && NamesIn(named.Pattern).Any())),
        ISwitchExpressionOperation @switch => !@switch.Arms.Any(arm => NamesIn(arm.Pattern).Any()),
        IForEachLoopOperation loop => !ChangesElements(loop),
        IConditionalAccessOperation access when access.Operation == use => IsRead(access.WhenNotNull),
        _ => false,
    };

    private static bool ChangesElements(IForEachLoopOperation loop) => loop.LoopControlVariable is not IVariableDeclaratorOperation { Symbol: var element }
        || CanBeShared(element.Type) && BodyFacts.Of(loop.Body).Touches.TryGetValue(element, out var touches) && touches.Any(touch => !touch.IsReading);

    // `v?.Name`, `v?.List?.Any()`: anything else may go on with the object.
    private static bool IsRead(IOperation access) => access switch
    {
        IConversionOperation conversion => IsRead(conversion.Operand),
        IInvocationOperation call => LeavesAlone(call.TargetMethod) && !CanBeShared(call.Type) && (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } on && IsRead(on),
        IPropertyReferenceOperation { Instance: { } instance } property => IsRead(instance) && (!CanBeShared(property.Type) || !(property.Parent is IConditionalAccessOperation around && around.WhenNotNull == property)),
        IConditionalAccessOperation inner => IsRead(inner.Operation) && IsRead(inner.WhenNotNull),
        IConditionalAccessInstanceOperation => true,
        _ => false,
    };
}
