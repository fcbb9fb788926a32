using Skylint.Cdk.Model;

namespace Skylint.Cdk.Rules;

/// <summary>A property, seen from the object that a requirement judges. Its methods are the demands that can be made of it.</summary>
internal sealed class PropertyPath(string path)
{
    private readonly string[] _names = path.Length == 0 ? [] : path.Split('.');

    /// <summary>Set to true. Left out, it violates unless <paramref name="unset"/> says otherwise.</summary>
    public Requirement IsTrue(Default? unset = null) => Test(v => Bool(v) is { } value ? value ? Outcome.Satisfied : Outcome.Violated : Outcome.Unknown, unset ?? Default.Violates);

    /// <summary>Set to false. Left out, it satisfies unless <paramref name="unset"/> says otherwise.</summary>
    public Requirement IsFalse(Default? unset = null) => Test(v => Bool(v) is { } value ? value ? Outcome.Violated : Outcome.Satisfied : Outcome.Unknown, unset ?? Default.Satisfies);

    /// <summary>Not set to false. Left out, it satisfies.</summary>
    public Requirement IsNotFalse() => IsTrue(Default.Satisfies);

    /// <summary>Set to something that is not null and not an empty list.</summary>
    public Requirement IsSet(Default? unset = null) => Test(
        v => v switch
        {
            UnknownValue { NotNull: false } => Outcome.Unknown,
            ListValue { Items.Count: 0 } list => list.IsOpen ? Outcome.Unknown : Outcome.Violated,
            MapValue { Entries.Count: 0 } map => map.IsOpen ? Outcome.Unknown : Outcome.Violated,
            _ => Outcome.Satisfied,
        },
        unset ?? Default.Violates);

    /// <summary>Left out.</summary>
    public Requirement IsUnset() => Test(v => v is UnknownValue { NotNull: false } ? Outcome.Unknown : Outcome.Violated, Default.Satisfies);

    /// <summary>One of these enum members, static members or texts. Left out, it violates unless <paramref name="unset"/> says otherwise.</summary>
    public Requirement IsOneOf(string[] names, Default? unset = null) => Test(v => Name(v) is { } name ? names.Contains(name, StringComparer.OrdinalIgnoreCase) ? Outcome.Satisfied : Outcome.Violated : Outcome.Unknown, unset ?? Default.Violates);

    /// <summary>This enum member, static member or text.</summary>
    public Requirement Is(string name, Default? unset = null) => IsOneOf([name], unset);

    /// <summary>None of these enum members, static members or texts. Left out, it satisfies unless <paramref name="unset"/> says otherwise.</summary>
    public Requirement IsNot(string[] names, Default? unset = null) => Test(v => Name(v) is { } name ? names.Contains(name, StringComparer.OrdinalIgnoreCase) ? Outcome.Violated : Outcome.Satisfied : v is UnknownValue { NotNull: false } ? Outcome.Unknown : v is ObjectValue or CallValue ? Outcome.Satisfied : Outcome.Unknown, unset ?? Default.Satisfies);

    /// <summary>Not this enum member, static member or text.</summary>
    public Requirement IsNot(string name, Default? unset = null) => IsNot([name], unset);

    /// <summary>A number, a duration in seconds or a size in MiB of at least the minimum.</summary>
    public Requirement IsAtLeast(double minimum, Default? unset = null) => Test(v => Number.TryGet(v, out var number) ? number >= minimum ? Outcome.Satisfied : Outcome.Violated : Outcome.Unknown, unset ?? Default.Violates);

    /// <summary>A number, a duration in seconds or a size in MiB of at most the maximum.</summary>
    public Requirement IsAtMost(double maximum, Default? unset = null) => Test(v => Number.TryGet(v, out var number) ? number <= maximum ? Outcome.Satisfied : Outcome.Violated : Outcome.Unknown, unset ?? Default.Violates);

    /// <summary>Not this number. Left out, it satisfies unless <paramref name="unset"/> says otherwise.</summary>
    public Requirement IsNotNumber(double number, Default? unset = null) => Test(v => Number.TryGet(v, out var given) ? given == number ? Outcome.Violated : Outcome.Satisfied : Outcome.Unknown, unset ?? Default.Satisfies);

    /// <summary>Not a text that stands in the code. Left out, it satisfies.</summary>
    public Requirement IsNotLiteral() => Test(v => v is ConstantValue { Constant: string { Length: > 0 } } ? Outcome.Violated : Outcome.Satisfied, Default.Satisfies);

    /// <summary>
    /// Not one and the same text wherever the code is deployed. Left out, or different by branch, loop or caller, it satisfies, and so does
    /// a text for which <paramref name="isNeeded"/> holds.
    /// </summary>
    public Requirement IsNotFixedText(Func<string, bool>? isNeeded = null) => new Whole(
        this,
        v => v is ConstantValue { Constant: string { Length: > 0 } text } && isNeeded?.Invoke(text) != true ? new Verdict(Outcome.Violated, v) : Verdict.Satisfied);

    /// <summary>Every element of the list or dictionary meets the requirement. Left out or empty, it satisfies unless <paramref name="unset"/> says otherwise.</summary>
    public Requirement Each(Requirement requirement, Default? unset = null) => new Elements(this, requirement, true, unset ?? Default.Satisfies);

    /// <summary>At least one element of the list or dictionary meets the requirement. Left out or empty, it violates unless <paramref name="unset"/> says otherwise.</summary>
    public Requirement Some(Requirement requirement, Default? unset = null) => new Elements(this, requirement, false, unset ?? Default.Violates);

    /// <summary>The object meets the requirement. An object that is left out is judged as one with nothing set.</summary>
    public Requirement Has(Requirement requirement) => new Inner(this, requirement);

    /// <summary>
    /// Names another resource that meets the requirement: by its Ref or an attribute, or by the name that it is given. Left out, it violates; a resource
    /// that the code does not show is unknown.
    /// </summary>
    /// <param name="type">The L1 class of that resource, by metadata name.</param>
    /// <param name="requirement">What is demanded of its properties.</param>
    /// <param name="name">Its property that holds its name; null where a name given as text cannot be looked up.</param>
    public Requirement RefersTo(string type, Requirement requirement, string? name = null) => new ResourceReference(this, path, type, requirement, name);

    /// <summary>A demand on the value that no other word expresses.</summary>
    public Requirement Test(Func<Value, Outcome> test, Default unset) => new Leaf(this, test, unset);

    /// <summary>The value at the end of the path.</summary>
    public Value Of(Value scope, Construct construct)
    {
        foreach (var name in _names)
            scope = construct.Cdk.Resolver.Member(scope, name);
        return scope;
    }

    /// <summary>True or false, also as the text that CloudFormation accepts.</summary>
    public static bool? Bool(Value value) => value switch
    {
        ConstantValue { Constant: bool b } => b,
        ConstantValue { Constant: string text } when bool.TryParse(text, out var b) => b,
        _ => null,
    };

    /// <summary>The name of an enum or static member, or a text.</summary>
    public static string? Name(Value value) => value switch
    {
        MemberValue member => member.Name,
        ConstantValue { Constant: string text } => text,
        ConstantValue { Constant: int number } => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };

    private LibraryName AsName() => new(LibraryNameKind.Property, path);

    private sealed class Leaf(PropertyPath path, Func<Value, Outcome> test, Default unset) : Requirement
    {
        public override IEnumerable<LibraryName> Names => [path.AsName()];

        protected override Verdict CheckOne(Value scope, Construct construct) => path.Of(scope, construct) switch
        {
            OneOfValue many => Verdict.Join([.. many.Items.Select(v => Judge(v, construct))]),
            var value => Judge(value, construct),
        };

        private Verdict Judge(Value value, Construct construct) => value switch
        {
            UnsetValue => new Verdict(unset.In(construct.Cdk), value.Origin is null ? null : value),
            NullValue => new Verdict(unset.In(construct.Cdk), value),
            _ => new Verdict(test(value), value),
        };
    }

    // Judges all that may arrive at once, where the others judge each alternative.
    private sealed class Whole(PropertyPath path, Func<Value, Verdict> test) : Requirement
    {
        public override IEnumerable<LibraryName> Names => [path.AsName()];

        protected override Verdict CheckOne(Value scope, Construct construct) => test(path.Of(scope, construct));
    }

    private sealed class Inner(PropertyPath path, Requirement requirement) : Requirement
    {
        public override IEnumerable<LibraryName> Names => [path.AsName(), .. requirement.Names.Select(n => n.Below(path.AsName().Text))];

        protected override Verdict CheckOne(Value scope, Construct construct)
        {
            var value = path.Of(scope, construct);
            var verdict = requirement.Check(value, construct);
            return verdict is { Outcome: Outcome.Violated, Culprit: null } && value is not UnsetValue ? verdict with { Culprit = value } : verdict;
        }
    }

    private sealed class Elements(PropertyPath path, Requirement requirement, bool all, Default unset) : Requirement
    {
        public override IEnumerable<LibraryName> Names => [path.AsName(), .. requirement.Names.Select(n => n.Below("[]").Below(path.AsName().Text))];

        protected override Verdict CheckOne(Value scope, Construct construct) => path.Of(scope, construct) switch
        {
            OneOfValue many => Verdict.Join([.. many.Items.Select(v => Judge(v, construct))]),
            var value => Judge(value, construct),
        };

        private Verdict Judge(Value value, Construct construct)
        {
            var (items, isOpen) = value switch
            {
                ListValue list => (list.Items, list.IsOpen),
                MapValue map => ([.. map.Entries.Values], map.IsOpen),
                _ => ((IReadOnlyList<Value>?)null, true),
            };
            if (value is UnsetValue or NullValue)
                return new Verdict(unset.In(construct.Cdk), value is NullValue ? value : null);
            if (items is null)
                return Verdict.Unknown;
            if (items.Count == 0)
                return isOpen ? Verdict.Unknown : new Verdict(unset.In(construct.Cdk), value);
            var verdicts = items.Select(item => WithCulprit(requirement.Check(item, construct), item)).ToList();
            if (all)
            {
                foreach (var verdict in verdicts)
                {
                    if (verdict.Outcome == Outcome.Violated)
                        return verdict;
                }

                return isOpen || verdicts.Any(v => v.Outcome == Outcome.Unknown) ? Verdict.Unknown : Verdict.Satisfied;
            }

            foreach (var verdict in verdicts)
            {
                if (verdict.Outcome == Outcome.Satisfied)
                    return verdict;
            }

            return isOpen || verdicts.Any(v => v.Outcome == Outcome.Unknown) ? Verdict.Unknown : new Verdict(Outcome.Violated, value);
        }

        private static Verdict WithCulprit(Verdict verdict, Value item) => verdict.Culprit is null ? verdict with { Culprit = item } : verdict;
    }
}
