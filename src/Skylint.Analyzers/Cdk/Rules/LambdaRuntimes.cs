using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Skylint.Cdk.Model;

namespace Skylint.Cdk.Rules;

/// <summary>The runtimes of AWS Lambda that the referenced CDK knows, by the members of its class <c>Runtime</c>.</summary>
internal static class LambdaRuntimes
{
    private const string ClassName = "Amazon.CDK.AWS.Lambda.Runtime";

    // DOTNET_8, DOTNET_CORE_3_1, NODEJS_20_X, PYTHON_3_12, JAVA_8_CORRETTO; as CloudFormation spells them dotnet8, nodejs20.x, python3.12, java8.al2.
    private static readonly Regex s_member = new("^(DOTNET|NODEJS|PYTHON|JAVA|RUBY|GO)(?:_CORE)?_([0-9]+)(?:_([0-9]+))?(?:_|$)", RegexOptions.CultureInvariant);

    private static readonly Regex s_text = new("^(dotnet|nodejs|python|java|ruby|go)(?:core)?([0-9]+)(?:[.]([0-9]+))?", RegexOptions.CultureInvariant);

    private static readonly ConditionalWeakTable<INamedTypeSymbol, Dictionary<string, (Version Version, string Name)>> s_newest = new();

    /// <summary>The runtime is the newest of its family. A runtime of its own, or one that is left out, is not judged. The detail names the newest.</summary>
    public static Requirement IsNewest { get; } = Vocabulary.That((props, construct) =>
    {
        if (construct.Cdk.TypeOf(ClassName) is not { } runtimes)
            return Verdict.Unknown;
        var verdicts = construct.Cdk.Resolver.Member(props, "Runtime").Alternatives.Select(value => Judge(value, runtimes)).ToList();
        return Verdict.Join(verdicts);
    });

    private static Verdict Judge(Value value, INamedTypeSymbol runtimes)
    {
        var (family, version) = value switch
        {
            MemberValue { Member.ContainingType.Name: "Runtime" } member => Read(s_member.Match(member.Name)),
            ConstantValue { Constant: string text } => Read(s_text.Match(text)),
            _ => (null, null),
        };
        if (family is null)
            return value is UnsetValue or NullValue or MemberValue or ConstantValue ? Verdict.Satisfied : Verdict.Unknown;
        if (!s_newest.GetValue(runtimes, Newest).TryGetValue(family, out var newest))
            return Verdict.Unknown;
        return version >= newest.Version ? Verdict.Satisfied : new Verdict(Outcome.Violated, value) { Detail = newest.Name };
    }

    private static Dictionary<string, (Version Version, string Name)> Newest(INamedTypeSymbol runtimes)
    {
        var newest = new Dictionary<string, (Version Version, string Name)>(StringComparer.Ordinal);
        foreach (var member in runtimes.GetMembers().Where(m => m.IsStatic && m is IPropertySymbol or IFieldSymbol))
        {
            if (Read(s_member.Match(member.Name)) is ({ } family, { } version) && (!newest.TryGetValue(family, out var known) || known.Version < version))
                newest[family] = (version, member.Name);
        }

        return newest;
    }

    private static (string? Family, Version? Version) Read(Match match) => match.Success
        ? (match.Groups[1].Value.ToLowerInvariant(), new Version(int.Parse(match.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture), match.Groups[3].Success ? int.Parse(match.Groups[3].Value, System.Globalization.CultureInfo.InvariantCulture) : 0))
        : (null, null);
}
