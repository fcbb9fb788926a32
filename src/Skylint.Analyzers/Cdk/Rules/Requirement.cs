using Skylint.Cdk.Model;

namespace Skylint.Cdk.Rules;

/// <summary>
/// What a rule demands of an object: of the properties of a construct, or of something inside them. Requirements compose; see
/// <see cref="Vocabulary"/> for the words.
/// </summary>
internal abstract class Requirement
{
    /// <summary>Judges one object.</summary>
    /// <param name="scope">The object whose properties are meant; may be unset, unknown or one of several.</param>
    /// <param name="construct">The construct around it.</param>
    public Verdict Check(Value scope, Construct construct)
    {
        if (scope is OneOfValue many)
            return Verdict.Join([.. many.Items.Select(item => CheckOne(item, construct))]);
        return CheckOne(scope, construct);
    }

    /// <summary>The names of the library that the requirement relies on, seen from the object that it judges.</summary>
    public virtual IEnumerable<LibraryName> Names => [];

    protected abstract Verdict CheckOne(Value scope, Construct construct);

    /// <summary>Both must hold.</summary>
    public static Requirement operator &(Requirement left, Requirement right) => Vocabulary.AllOf(left, right);

    /// <summary>One of the two must hold.</summary>
    public static Requirement operator |(Requirement left, Requirement right) => Vocabulary.AnyOf(left, right);

    /// <summary>The opposite must hold; what is unknown stays unknown.</summary>
    public static Requirement operator !(Requirement requirement) => Vocabulary.Not(requirement);
}
