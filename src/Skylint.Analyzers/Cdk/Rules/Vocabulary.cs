using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Cdk.Model;
using Skylint.Configuration;

namespace Skylint.Cdk.Rules;

/// <summary>The words in which construct rules are written.</summary>
internal static class Vocabulary
{
    /// <summary>The property at the end of a path: <c>EnforceSSL</c>, <c>VersioningConfiguration.Status</c>.</summary>
    public static PropertyPath Prop(string path) => new(path);

    /// <summary>All hold. The first that is violated is reported.</summary>
    public static Requirement AllOf(params Requirement[] requirements) => new All(requirements);

    /// <summary>At least one holds. When all are violated the first is reported.</summary>
    public static Requirement AnyOf(params Requirement[] requirements) => new Any(requirements);

    public static Requirement Not(Requirement requirement) => new Negation(requirement);

    /// <summary>The requirement is certainly violated: for a further target that is to report what the first excuses or leaves open.</summary>
    public static Requirement IsViolated(Requirement requirement) => That((scope, construct) => requirement.Check(scope, construct).Outcome == Outcome.Violated ? Outcome.Satisfied : Outcome.Violated);

    /// <summary>The requirement holds wherever the condition does; where the condition is unknown nothing is reported.</summary>
    public static Requirement When(Requirement condition, Requirement requirement) => new Conditional(condition, requirement);

    /// <summary>The construct should not be created, or the call should not be made, at all.</summary>
    public static Requirement Never { get; } = new Judge((_, _) => Verdict.Violated);

    /// <summary>A condition that no word expresses yet.</summary>
    public static Requirement That(Func<Value, Construct, Verdict> judge) => new Judge(judge);

    /// <summary>The code calls one of these methods on the construct later on: <c>vpc.AddFlowLog("All")</c>.</summary>
    public static Requirement Calls(params string[] methods) => new LaterCall(methods, null);

    /// <summary>The same, when the call's arguments (by parameter name) meet a requirement.</summary>
    public static Requirement CallsWith(string method, Requirement arguments) => new LaterCall([method], arguments);

    /// <summary>The construct, or one of its attributes, is given to the creation of one of these classes: a policy, a flow log.</summary>
    public static Requirement UsedBy(params string[] types) => new UsedByCreation(types);

    /// <summary>The construct, or one of its attributes, is an argument of one of these methods of a class: <c>BackupResource.FromDynamoDbTable(table)</c>.</summary>
    public static Requirement GivenTo(string type, params string[] methods) => new ArgumentOfCall(type, methods);

    /// <summary>
    /// A further resource completes the construct: an association, a logging configuration. One that is given the construct satisfies; one that
    /// the code ties to nothing that can be seen may be this one's, and leaves it open.
    /// </summary>
    public static Requirement CompletedBy(params string[] types) => AnyOf(
        UsedBy(types),
        That((_, construct) => types.Any(type => construct.Cdk.Index.Mentions(type.Substring(type.LastIndexOf('.') + 1))) ? Outcome.Unknown : Outcome.Violated));

    /// <summary>The construct is assigned to a property of one of these names: it is somebody's <c>DeadLetterQueue</c>.</summary>
    public static Requirement AssignedTo(params string[] properties) => new AssignedToProperty(properties);

    /// <summary>The construct's id, or the name of the variable that holds it, contains one of these words: it says itself what it is.</summary>
    public static Requirement IsNamed(params string[] words) => That((_, construct) =>
        words.Any(word => construct.Id?.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0 || construct.VariableName?.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0) ? Outcome.Satisfied : Outcome.Violated);

    /// <summary>The code names this class somewhere: for a counterpart that need not be tied to the construct by anything but a text.</summary>
    public static Requirement Mentions(string name) => That((_, construct) => construct.Cdk.Index.Mentions(name) ? Outcome.Satisfied : Outcome.Violated);

    /// <summary>An option of the rule is turned on, for those who want it to be stricter.</summary>
    /// <param name="rule">The rule that declares the option; asked for when the condition is.</param>
    /// <param name="option">The name of the switch.</param>
    public static Requirement IsRequested(Func<ConstructRule> rule, string option) => That((_, construct) =>
        construct.Cdk.Options.GetBool(construct.Operation.Syntax.SyntaxTree, rule(), option) ? Outcome.Satisfied : Outcome.Violated);

    /// <summary>A fact about the construct that is not wrong by itself: what it is read from is never underlined.</summary>
    public static Requirement Circumstance(Requirement requirement) => new Unlocated(requirement);

    /// <summary>The same requirement, with something more for the message: its <c>{1}</c>.</summary>
    public static Requirement Detailed(Func<Construct, string> detail, Requirement requirement) => new WithDetail(detail, requirement);

    /// <summary>The value itself, for the elements of a list.</summary>
    public static PropertyPath Self { get; } = new("");

    private sealed class All(Requirement[] requirements) : Requirement
    {
        public override IEnumerable<LibraryName> Names => [.. requirements.SelectMany(r => r.Names)];

        protected override Verdict CheckOne(Value scope, Construct construct)
        {
            var outcome = Verdict.Satisfied;
            foreach (var requirement in requirements)
            {
                var verdict = requirement.Check(scope, construct);
                if (verdict.Outcome == Outcome.Violated)
                    return verdict;
                if (verdict.Outcome == Outcome.Unknown)
                    outcome = Verdict.Unknown;
            }

            return outcome;
        }
    }

    private sealed class Any(Requirement[] requirements) : Requirement
    {
        public override IEnumerable<LibraryName> Names => [.. requirements.SelectMany(r => r.Names)];

        protected override Verdict CheckOne(Value scope, Construct construct)
        {
            Verdict? violated = null;
            var unknown = false;
            foreach (var requirement in requirements)
            {
                var verdict = requirement.Check(scope, construct);
                switch (verdict.Outcome)
                {
                    case Outcome.Satisfied:
                        return verdict;
                    case Outcome.Unknown:
                        unknown = true;
                        break;
                    default:
                        // One that points at something written is the more useful report.
                        violated = violated is { Culprit: not null } ? violated : verdict;
                        break;
                }
            }

            return unknown ? Verdict.Unknown : violated ?? Verdict.Unknown;
        }
    }

    private sealed class Negation(Requirement requirement) : Requirement
    {
        public override IEnumerable<LibraryName> Names => requirement.Names;

        protected override Verdict CheckOne(Value scope, Construct construct)
        {
            var verdict = requirement.Check(scope, construct);
            return verdict.Outcome switch
            {
                Outcome.Satisfied => new Verdict(Outcome.Violated, verdict.Culprit),
                Outcome.Violated => Verdict.Satisfied,
                _ => Verdict.Unknown,
            };
        }
    }

    private sealed class Unlocated(Requirement requirement) : Requirement
    {
        public override IEnumerable<LibraryName> Names => requirement.Names;

        protected override Verdict CheckOne(Value scope, Construct construct) => requirement.Check(scope, construct) with { Culprit = null };
    }

    private sealed class WithDetail(Func<Construct, string> detail, Requirement requirement) : Requirement
    {
        public override IEnumerable<LibraryName> Names => requirement.Names;

        protected override Verdict CheckOne(Value scope, Construct construct) =>
            requirement.Check(scope, construct) is var verdict && verdict.Outcome == Outcome.Violated ? verdict with { Detail = detail(construct) } : verdict;
    }

    private sealed class Conditional(Requirement condition, Requirement requirement) : Requirement
    {
        public override IEnumerable<LibraryName> Names => [.. condition.Names, .. requirement.Names];

        protected override Verdict CheckOne(Value scope, Construct construct) => condition.Check(scope, construct).Outcome switch
        {
            Outcome.Violated => Verdict.Satisfied,
            Outcome.Satisfied => requirement.Check(scope, construct),
            _ => requirement.Check(scope, construct).Outcome == Outcome.Satisfied ? Verdict.Satisfied : Verdict.Unknown,
        };
    }

    private sealed class Judge(Func<Value, Construct, Verdict> judge) : Requirement
    {
        protected override Verdict CheckOne(Value scope, Construct construct) => judge(scope, construct);
    }

    private sealed class LaterCall(string[] methods, Requirement? arguments) : Requirement
    {
        public override IEnumerable<LibraryName> Names =>
            [.. methods.Select(m => new LibraryName(LibraryNameKind.Method, m)), .. arguments?.Names.Select(n => n.Below(methods[0] + "()")) ?? []];

        protected override Verdict CheckOne(Value scope, Construct construct)
        {
            // What no code writes no code calls, and the construct need not be followed.
            if (!construct.MayBeUsedThrough(methods))
                return Verdict.Violated;
            var maybe = false;
            foreach (var usage in construct.Usages)
            {
                if (usage.Operation is not IInvocationOperation call || usage.Member is not IMethodSymbol method || !methods.Contains(method.Name))
                    continue;
                var verdict = arguments is null ? Verdict.Satisfied : arguments.Check(new Construct(construct.Cdk, call, construct.Type, method, call.Arguments, Frame.Root).Props, construct);
                if (verdict.Outcome == Outcome.Satisfied && !usage.IsConditional)
                    return new Verdict(Outcome.Satisfied, UnknownValue.Something with { Origin = call });
                maybe |= verdict.Outcome != Outcome.Violated;
            }

            // Code that is not followed can only make the call if the call is written somewhere at all.
            return maybe || construct.Escapes ? Verdict.Unknown : Verdict.Violated;
        }
    }

    private sealed class ArgumentOfCall(string type, string[] methods) : Requirement
    {
        public override IEnumerable<LibraryName> Names => [.. methods.Select(m => new LibraryName(LibraryNameKind.Call, $"{type}.{m}"))];

        protected override Verdict CheckOne(Value scope, Construct construct)
        {
            if (!construct.MayBeUsedThrough(methods))
                return Verdict.Violated;
            var owner = construct.Cdk.TypeOf(type);
            var maybe = construct.Escapes;
            foreach (var usage in construct.Usages)
            {
                if (!usage.Around().Any(IsCall))
                    continue;
                if (!usage.IsConditional)
                    return Verdict.Satisfied;
                maybe = true;
            }

            return maybe ? Verdict.Unknown : Verdict.Violated;

            bool IsCall(IOperation operation) => operation is IInvocationOperation { TargetMethod: var method } call && methods.Contains(method.Name)
                && (UsedByCreation.IsOrDerives(method.ContainingType, owner) || call.Instance?.Type is { } receiver && UsedByCreation.IsOrDerives(receiver, owner));
        }
    }

    private sealed class UsedByCreation(string[] types) : Requirement
    {
        private readonly string[] _names = [.. types.Select(t => t.Substring(t.LastIndexOf('.') + 1))];

        public override IEnumerable<LibraryName> Names => [.. types.Select(t => new LibraryName(LibraryNameKind.Type, t))];

        protected override Verdict CheckOne(Value scope, Construct construct)
        {
            // Whoever creates one, or derives from it, names it.
            if (!construct.MayBeUsedThrough(_names))
                return Verdict.Violated;
            foreach (var usage in construct.Usages)
            {
                foreach (var around in usage.Around())
                {
                    if (around is IObjectCreationOperation { Type: { } type } && types.Any(t => IsOrDerives(type, construct.Cdk.TypeOf(t))))
                        return usage.IsConditional ? Verdict.Unknown : Verdict.Satisfied;
                }
            }

            // The other half may stand where this construct cannot be followed to; then the class is named somewhere.
            return construct.Escapes ? Verdict.Unknown : Verdict.Violated;
        }

        public static bool IsOrDerives(ITypeSymbol type, INamedTypeSymbol? wanted)
        {
            for (var at = type; wanted is not null && at is not null; at = at.BaseType)
            {
                if (SymbolEqualityComparer.Default.Equals(at, wanted))
                    return true;
            }

            return false;
        }
    }

    private sealed class AssignedToProperty(string[] properties) : Requirement
    {
        protected override Verdict CheckOne(Value scope, Construct construct)
        {
            if (!construct.MayBeUsedThrough(properties))
                return Verdict.Violated;
            foreach (var usage in construct.Usages)
            {
                if (usage.Operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } && properties.Contains(target.Property.Name)
                    || usage.Operation.Parent is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation outer } && properties.Contains(outer.Property.Name))
                    return usage.IsConditional ? Verdict.Unknown : Verdict.Satisfied;
            }

            return construct.Escapes ? Verdict.Unknown : Verdict.Violated;
        }
    }
}
