using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Text;

internal sealed partial class TextEvaluator
{
    private TextValue EvaluateField(IFieldReferenceOperation reference, Frame frame)
    {
        var field = reference.Field;
        if (field.ContainingType?.IsTupleType == true)
            return field.CorrespondingTupleField?.Name is { } item && int.TryParse(item.Substring("Item".Length), out var number) ? EvaluateElement(reference.Instance, number - 1, frame) : Evaluate(reference.Instance, frame);
        if (field.DeclaringSyntaxReferences.Length == 0)
        {
            if (field is { IsStatic: true, IsReadOnly: true })
                return TextValue.FixedName(reference.Syntax);
            return OfInstance(reference, reference.Instance, frame) ?? Unknown(reference, OriginKind.Field, field.Name);
        }

        var written = field.IsReadOnly || model.IsClosed(field) ? EvaluateMember(field, reference) : null;
        if (written?.Provenance < Provenance.Unknown)
            return written;
        return OfObjects(reference, frame) ?? written ?? OfInstance(reference, reference.Instance, frame) ?? Unknown(reference, OriginKind.Field, field.Name);
    }

    /// <summary>One element of a tuple, as far as the code shows which expressions are its elements; else all of them.</summary>
    private TextValue EvaluateElement(IOperation? tuple, int index, Frame frame)
    {
        switch (Unwrapped(tuple))
        {
            case ITupleOperation made when index < made.Elements.Length:
                return Evaluate(made.Elements[index], frame);
            case IAwaitOperation awaited:
                return EvaluateElement(awaited.Operation, index, frame);
            case IConditionalOperation { WhenFalse: { } other } conditional:
                return EvaluateElement(conditional.WhenTrue, index, frame).Or(EvaluateElement(other, index, frame));
            case ISwitchExpressionOperation @switch:
                return EvaluateElements(@switch.Arms.Select(arm => arm.Value), index, frame);
            case ILocalReferenceOperation local when model.BodyOf(local).Reaching(local.Local, local.Syntax).Definitions is { Count: > 0 } definitions && definitions.All(d => d is { Kind: DefinitionKind.Set, Value: not null }):
                return Once((local.Syntax, index), frame, () => EvaluateElements(definitions.Select(d => d.Value!), index, frame));
            case IInvocationOperation { TargetMethod: var method } call when frame.Depth < MaxDepth && !IsSanitizer(method) && model.Library.KindOf(method.ContainingType) == LibraryKind.None && BodyOf(method) is { } body:
                var inner = frame.Enter(Bind(call, frame), call);
                return Once((method, index), Frame.Root, () => EvaluateElements(model.BodyOf(body).ReturnsOf(body).Select(r => r.ReturnedValue!), index, inner), isKept: false);
            default:
                return Evaluate(tuple, frame);
        }
    }

    private TextValue EvaluateElements(IEnumerable<IOperation> tuples, int index, Frame frame)
    {
        var union = new TextUnion(TextShape.Choice);
        foreach (var tuple in tuples)
            union.Add(EvaluateElement(tuple, index, frame));
        return union.Value;
    }

    private TextValue EvaluateProperty(IPropertyReferenceOperation reference, Frame frame)
    {
        var property = reference.Property;
        switch (model.Library.KindOf(property.ContainingType))
        {
            case LibraryKind.Reflection:
                return TextValue.Inert(reference.Syntax);
            case LibraryKind.DbParameter when property.Name == "ParameterName":
                return TextValue.Placeholder(reference.Syntax);
            case LibraryKind.Carrier when property.Name == "Format" && property.ContainingType.Name == "FormattableString":
                return TextValue.FixedName(reference.Syntax);
            case LibraryKind.Container when property.Name == "Keys":
                return EvaluateKeys(reference.Instance, frame) ?? Evaluate(reference.Instance, frame);
            case LibraryKind.Container when property.Name == "Key" && property.ContainingType.Name == "KeyValuePair":
                return EvaluateKeys(reference.Instance, frame) ?? Evaluate(reference.Instance, frame);
            case LibraryKind.Carrier or LibraryKind.Container:
                return Evaluate(reference.Instance, frame);
        }

        if (property is { IsStatic: true, ContainingType.Name: "Environment", Name: "NewLine" })
            return TextValue.FixedName(reference.Syntax);
        // What a command or a builder of Dapper's holds was judged where it was put in.
        if (property.Type.SpecialType == SpecialType.System_String && (property.Name == "CommandText" || (property.Name == "RawSql" && LibraryTypes.NamespaceOf(property) == "Dapper")))
            return TextValue.FixedName(reference.Syntax);
        if (property is { IsStatic: true, ContainingType.Name: "CultureInfo" or "StringComparer" or "Encoding" or "EqualityComparer" or "Comparer" })
            return TextValue.FixedName(reference.Syntax);
        if (model.Sources.OfType(property.ContainingType) is { } kind and not OriginKind.File)
            return External(reference, kind, property.Name);
        if (property.DeclaringSyntaxReferences.Length > 0)
        {
            var own = EvaluateOwnProperty(reference, frame);
            if ((own?.Provenance < Provenance.Unknown ? own : OfObjects(reference, frame) ?? own) is { } known)
                return known;
        }

        return OfInstance(reference, reference.Instance, frame) ?? Unknown(reference, OriginKind.Property, property.Name);
    }

    private TextValue? EvaluateOwnProperty(IPropertyReferenceOperation reference, Frame frame)
    {
        var property = reference.Property.OriginalDefinition;
        if (property.IsAbstract || (property.IsVirtual || property.IsOverride) && !property.ContainingType.IsSealed || property.ContainingType.TypeKind == TypeKind.Interface)
            return null;
        if (property.GetMethod is { } getter && frame.Depth < MaxDepth && !IsAuto(property) && BodyOf(getter) is { } body)
            return EvaluateBody(getter, body, [], frame);
        if (IsAuto(property) && property.SetMethod is null or { DeclaredAccessibility: Accessibility.Private } or { ContainingSymbol.DeclaredAccessibility: Accessibility.Private })
            return EvaluateMember(property, reference);
        return null;
    }

    private static bool IsAuto(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.Length > 0 && property.DeclaringSyntaxReferences[0].GetSyntax() is PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } accessors }
        && accessors.Accessors.All(a => a.Body is null && a.ExpressionBody is null);

    /// <summary>A member of an object that came from outside is from outside too.</summary>
    private TextValue? OfInstance(IOperation reference, IOperation? instance, Frame frame)
    {
        if (instance is null or IInstanceReferenceOperation)
            return null;
        if (model.Sources.OfType(instance.Type) is OriginKind.Request)
            return External(reference, OriginKind.Request, ((IMemberReferenceOperation)reference).Member.Name);
        var value = Evaluate(instance, frame);
        var worst = value.Fragments.FirstOrDefault(f => f.Provenance == Provenance.External);
        return worst is null ? null : TextValue.Of(worst with { Origin = reference.Syntax, Name = ((IMemberReferenceOperation)reference).Member.Name });
    }

    /// <summary>A field or property that only code in sight can write: the union of its initialiser and of every write.</summary>
    private TextValue EvaluateMember(ISymbol member, IMemberReferenceOperation use)
    {
        var definition = member.OriginalDefinition;
        return Shared(definition, () => EvaluateWrites(definition, use));
    }

    private TextValue EvaluateWrites(ISymbol definition, IMemberReferenceOperation use)
    {
        // One of the values that it is given, and behind it what is appended or put in.
        var given = new TextUnion(TextShape.Choice);
        var added = new TextUnion();
        var written = false;
        var declared = definition.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
        ExpressionSyntax? initializer = declared switch
        {
            VariableDeclaratorSyntax field => field.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            _ => null,
        };
        var inner = Frame.Member;
        if (initializer is not null)
        {
            written = true;
            given.Add(Evaluate(model.OperationOf(initializer, use.SemanticModel, cancellationToken), inner));
        }

        var holds = HoldsText(definition);
        if (model.UsesOf(definition, use.SemanticModel, cancellationToken) is not { } uses)
            return TextValue.Of(new Fragment(Provenance.Unknown, null, declared, OriginKind.Field, definition.Name));
        foreach (var node in uses)
        {
            if (!Spend(1))
                break;
            if (model.OperationOf(node, use.SemanticModel, cancellationToken) is not { } mention)
                continue;
            switch (mention.Parent)
            {
                case ISimpleAssignmentOperation assignment when assignment.Target == mention:
                    written = true;
                    given.Add(Evaluate(assignment.Value, inner));
                    break;
                case ICompoundAssignmentOperation compound when compound.Target == mention:
                    added.Add(Evaluate(compound.Value, inner));
                    break;
                case ICoalesceAssignmentOperation coalesce when coalesce.Target == mention:
                    written = true;
                    given.Add(Evaluate(coalesce.Value, inner));
                    break;
                case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument:
                    written = true;
                    given.Add(EvaluateOut(argument, inner));
                    break;
                case IDeconstructionAssignmentOperation or ITupleOperation { Parent: IDeconstructionAssignmentOperation }:
                    written = true;
                    given.Add(Unknown(mention, OriginKind.Field, definition.Name));
                    break;
                default:
                    if (holds)
                        added.Add(EvaluateMutation(mention, null, inner));
                    break;
            }
        }

        // A primary constructor's parameter, and records, have no assignment to look at.
        if (!written && (declared is not VariableDeclaratorSyntax || definition.DeclaredAccessibility != Accessibility.Private))
            given.Add(TextValue.Of(new Fragment(Provenance.Unknown, null, declared, OriginKind.Property, definition.Name)));
        return given.Value.Then(added.Value);
    }

    private TextValue EvaluateCreation(IObjectCreationOperation creation, Frame frame)
    {
        var type = creation.Type;
        switch (model.Library.KindOf(type))
        {
            case LibraryKind.Carrier or LibraryKind.Container or LibraryKind.Regex:
                break;
            case LibraryKind.None when model.Sources.OfType(type) == OriginKind.File:
                var opened = creation.Arguments.FirstOrDefault()?.Value;
                return opened?.Type?.SpecialType == SpecialType.System_String ? External(creation, OriginKind.File, type!.Name) : Evaluate(opened, frame);
            case LibraryKind.None when model.Sources.OfType(type) is { } kind:
                return External(creation, kind, type!.Name);
            default:
                return Unknown(creation, OriginKind.Value, type?.Name ?? "");
        }

        var value = EvaluateAll(creation.Arguments.Where(a => a.ArgumentKind != ArgumentKind.DefaultValue).Select(a => a.Value), frame);
        if (creation.Initializer is null)
            return value;
        foreach (var element in creation.Initializer.Initializers)
        {
            value = value.Then(element switch
            {
                IInvocationOperation add => EvaluateAll(add.Arguments.Select(a => a.Value), frame),
                IAssignmentOperation assignment => Evaluate(assignment.Value, frame),
                _ => TextValue.Empty,
            });
        }

        return value;
    }

    /// <summary>The keys of a dictionary, without its values; null when the expression does not show them.</summary>
    private TextValue? EvaluateKeys(IOperation? dictionary, Frame frame)
    {
        switch (dictionary)
        {
            case IConversionOperation conversion:
                return EvaluateKeys(conversion.Operand, frame);
            case IObjectCreationOperation creation when creation.Arguments.All(a => a.Parameter?.Name is "comparer" or "capacity"):
                var value = TextValue.Empty;
                foreach (var element in creation.Initializer?.ChildOperations ?? Enumerable.Empty<IOperation>())
                {
                    value = value.Then(element switch
                    {
                        IInvocationOperation { Arguments.Length: > 0 } add => Evaluate(add.Arguments[0].Value, frame),
                        IAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.Length: > 0 } indexer } => Evaluate(indexer.Arguments[0].Value, frame),
                        _ => TextValue.Empty,
                    });
                }

                return value;
            case ILocalReferenceOperation local:
                var body = model.BodyOf(local);
                var keys = TextValue.Empty;
                foreach (var definition in body.Definitions(local.Local).Where(d => d.Kind != DefinitionKind.Empty))
                {
                    if (definition.Value is null || EvaluateKeys(definition.Value, frame) is not { } initial)
                        return null;
                    keys = keys.Then(initial);
                }

                foreach (var reference in body.References(local.Local))
                {
                    keys = keys.Then(reference.Parent switch
                    {
                        IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd", Arguments.Length: > 0 } add when add.Instance == reference => Evaluate(add.Arguments[0].Value, frame),
                        IPropertyReferenceOperation { Arguments.Length: 1, Parent: ISimpleAssignmentOperation assignment } indexer when assignment.Target == indexer => Evaluate(indexer.Arguments[0].Value, frame),
                        _ => TextValue.Empty,
                    });
                }

                return body.Definitions(local.Local).Count == 0 ? null : keys;
            case IFieldReferenceOperation { Field: { IsReadOnly: true } field } reference when field.DeclaringSyntaxReferences.Length > 0:
                return field.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } initializer }
                    ? EvaluateKeys(model.OperationOf(initializer, reference.SemanticModel, cancellationToken), frame)
                    : null;
            case IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } parameter:
                for (var current = parameter.Parent; current is not null; current = current.Parent)
                {
                    if (current is IArgumentOperation { Parent: IInvocationOperation { Arguments.Length: > 0 } call } && model.Library.KindOf(call.TargetMethod.ContainingType) == LibraryKind.Carrier)
                        return EvaluateKeys(call.Instance ?? call.Arguments[0].Value, frame);
                }

                return null;
            default:
                return null;
        }
    }
}
