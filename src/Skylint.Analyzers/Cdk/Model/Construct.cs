using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Cdk.Model;

/// <summary>
/// A construct as the code shows it: a creation, the <c>base(...)</c> call of a class that is one, or a call that a rule is about.
/// Everything beyond the class is read when a rule asks for it.
/// </summary>
internal sealed class Construct
{
    private Value? _props;
    private UsageWalker? _usages;
    private string? _id;
    private bool _hasReadId;

    public Construct(CdkModel cdk, IOperation operation, INamedTypeSymbol type, IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, Frame frame)
    {
        Cdk = cdk;
        Operation = operation;
        Type = type;
        Method = method;
        Arguments = arguments;
        Frame = frame;
    }

    public CdkModel Cdk { get; }

    /// <summary>The creation or call.</summary>
    public IOperation Operation { get; }

    /// <summary>The library class that is created, or whose method is called.</summary>
    public INamedTypeSymbol Type { get; }

    /// <summary>The constructor, or the method that is called.</summary>
    public IMethodSymbol Method { get; }

    public ImmutableArray<IArgumentOperation> Arguments { get; }

    public Frame Frame { get; }

    public bool IsCreation => Method.MethodKind == MethodKind.Constructor;

    /// <summary>The argument that carries the properties; null when the constructor takes none or was given none.</summary>
    public IArgumentOperation? PropsArgument => Arguments.FirstOrDefault(a => a.ArgumentKind == ArgumentKind.Explicit && PropsParameter.Is(a.Parameter));

    /// <summary>The properties: for a creation its props object, for a call its arguments by parameter name.</summary>
    public Value Props => _props ??= ReadProps();

    /// <summary>The construct's id when it is a constant.</summary>
    public string? Id
    {
        get
        {
            if (!_hasReadId)
            {
                _id = ReadId();
                _hasReadId = true;
            }

            return _id;
        }
    }

    /// <summary>What the code does with the construct later on: the nearest first, and the rest as far as somebody reads on.</summary>
    public IEnumerable<Usage> Usages
    {
        get
        {
            DependsOnUsages = true;
            return Walker.Usages;
        }
    }

    /// <summary>Whether somebody has asked what the code does with the construct, since this was last set to false.</summary>
    public bool DependsOnUsages { get; set; }

    /// <summary>Whether the code writes one of these names anywhere. What no code in sight writes, no code in sight does with the construct.</summary>
    public bool MayBeUsedThrough(string[] names)
    {
        DependsOnUsages = true;
        return Array.Exists(names, Cdk.Index.Mentions);
    }

    /// <summary>True when the construct also reaches code that is not seen.</summary>
    public bool Escapes => Cdk.Index.Mentions("FindAll") || Walker.Escapes;

    private UsageWalker Walker => _usages ??= Walk();

    /// <summary>How messages name it: <c>Bucket 'Data'</c>.</summary>
    public string DisplayName
    {
        get
        {
            var type = Receiver?.Type ?? Type;
            // C# names of classes that clash with a property end in an underscore; the user knows the class without it. An interface is called like its class.
            var name = type.TypeKind == TypeKind.Interface && type.Name.StartsWith("I", StringComparison.Ordinal) ? type.Name.Substring(1) : type.Name.TrimEnd('_');
            return Id is { } id ? $"{name} '{id}'" : name;
        }
    }

    /// <summary>For a call, the construct that it is made on, when the code shows which; <c>alb.Connections</c> and <c>api.Root.AddResource("x")</c> belong to <c>alb</c> and <c>api</c>.</summary>
    private ObjectValue? Receiver
    {
        get
        {
            if (IsCreation || (Operation as IInvocationOperation)?.Instance is not { } instance)
                return null;
            var value = Cdk.Resolver.Resolve(instance, Frame);
            while (value is CallValue { Receiver: { } receiver })
                value = receiver;
            return value as ObjectValue;
        }
    }

    /// <summary>The variable, field or property that the creation is assigned to, if there is one.</summary>
    public string? VariableName
    {
        get
        {
            var at = Operation.Parent;
            while (at is IConversionOperation or IVariableInitializerOperation)
                at = at.Parent;
            return at switch
            {
                IVariableDeclaratorOperation declarator => declarator.Symbol.Name,
                ISimpleAssignmentOperation { Target: IMemberReferenceOperation member } => member.Member.Name,
                ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } => local.Local.Name,
                _ => null,
            };
        }
    }

    /// <summary>The argument of a parameter, whatever its position.</summary>
    public Value Argument(string parameter)
    {
        foreach (var argument in Arguments)
        {
            if (argument.Parameter?.Name == parameter)
                return argument.ArgumentKind == ArgumentKind.DefaultValue ? UnsetValue.Instance : Cdk.Resolver.Resolve(argument.Value, Frame);
        }

        return UnsetValue.Instance;
    }

    private Value ReadProps()
    {
        if (!IsCreation || !Method.Parameters.Any(PropsParameter.Is))
        {
            var arguments = MemberMap.Empty;
            foreach (var argument in Arguments)
            {
                if (argument.Parameter is { Name: var name })
                    arguments = arguments.SetItem(name, () => Argument(name));
            }

            // What the method is called on is there, too, as `this`.
            if ((Operation as IInvocationOperation)?.Instance is { } receiver && !IsCreation)
                arguments = arguments.SetItem("this", () => Cdk.Resolver.Resolve(receiver, Frame));
            return new ObjectValue(Type, arguments, MemberMap.Empty, false);
        }

        var props = PropsArgument is null ? UnsetValue.Instance : Cdk.Resolver.Resolve(PropsArgument.Value, Frame);
        return Type.Name.StartsWith("Cfn", StringComparison.Ordinal) ? WithLaterWrites(props) : props;
    }

    // An L1's properties can be assigned after its creation.
    private Value WithLaterWrites(Value props)
    {
        foreach (var usage in Usages)
        {
            if (usage.Operation is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } write || usage.Member is null || target.Property.Name != usage.Member.Name)
                continue;
            if (target.Arguments.Length > 0 || !SymbolEqualityComparer.Default.Equals(target.Property.ContainingType, Type))
                continue;
            var value = Cdk.Resolver.Resolve(write.Value, Frame.Root);
            if (props is UnsetValue or NullValue)
                props = new ObjectValue(Type, MemberMap.Empty, MemberMap.Empty, false);
            props = props.Map(p => p is ObjectValue o ? o.With(target.Property.Name, usage.IsConditional ? Value.Join(Cdk.Resolver.Member(o, target.Property.Name), value) : value) : p);
        }

        return props;
    }

    private UsageWalker Walk()
    {
        var walker = new UsageWalker(Cdk.Index);
        switch (Operation)
        {
            case IObjectCreationOperation creation:
                walker.FollowCreation(creation);
                break;
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.Constructor } baseCall:
                walker.FollowThis(baseCall);
                break;
            case IInvocationOperation call:
                // What a call makes, such as a listener, is followed like a creation.
                walker.FollowCreation(call);
                break;
        }

        return walker;
    }

    private string? ReadId()
    {
        if (IsCreation)
            return Argument("id") is ConstantValue { Constant: string id } ? id : null;
        return Receiver is { } receiver && receiver.Arguments.TryGetValue("id", out var value) && value is ConstantValue { Constant: string text } ? text : null;
    }
}
