using Skylint.Catalog;
using Skylint.Cdk.Model;

namespace Skylint.Cdk.Rules;

/// <summary>What rules about the environment of functions and containers share: whether a variable carries a secret, or belongs to Lambda.</summary>
internal static class EnvironmentVariables
{
    /// <summary>Judges the variables that are given as a dictionary; the first that carries a secret is reported, its name as the verdict's detail.</summary>
    public static Verdict HoldNoSecret(Value environment, Construct construct)
    {
        if (environment is not MapValue map)
            return environment is UnsetValue or NullValue ? Verdict.Satisfied : Verdict.Unknown;
        foreach (var entry in map.Entries.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            if (Entry(entry.Key, entry.Value) is { Outcome: Outcome.Violated } verdict)
                return verdict;
        }

        return map.IsOpen ? Verdict.Unknown : Verdict.Satisfied;
    }

    /// <summary>Judges a call that adds one variable, its name and value in the parameters named.</summary>
    public static Verdict Entry(Value arguments, Construct call, string name, string value) =>
        call.Cdk.Resolver.Member(arguments, name) is ConstantValue { Constant: string key } ? Entry(key, call.Cdk.Resolver.Member(arguments, value)) : Verdict.Unknown;

    /// <summary>Judges one variable.</summary>
    public static Verdict Entry(string name, Value value)
    {
        // A value that is joined from parts is judged by what stands in the code.
        var text = value switch
        {
            ConstantValue { Constant: string constant } => constant,
            TextValue parts => string.Concat(parts.Parts.Select(p => p ?? "{")),
            _ => null,
        };
        var isSecret = SecretText.IsUnwrapped(value)
            || text is not null && (SecretText.IsSecretShape(text) || value is ConstantValue && SecretText.IsSecretName(name) && SecretText.CouldBeSecret(text));
        return isSecret ? new Verdict(Outcome.Violated, value) { Detail = name } : Verdict.Satisfied;
    }

    /// <summary>Judges the names of the variables that are given to a function as a dictionary; the first that Lambda keeps for itself is reported.</summary>
    public static Verdict AreNotReserved(Value environment, Construct construct)
    {
        if (environment is not MapValue map)
            return environment is UnsetValue or NullValue ? Verdict.Satisfied : Verdict.Unknown;
        foreach (var entry in map.Entries.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            if (LambdaVariables.IsReserved(entry.Key))
                return new Verdict(Outcome.Violated, entry.Value) { Detail = entry.Key };
        }

        return map.IsOpen ? Verdict.Unknown : Verdict.Satisfied;
    }

    /// <summary>Judges a call that adds one variable to a function, its name in the parameter named.</summary>
    public static Verdict IsNotReserved(Value arguments, Construct call, string name) =>
        call.Cdk.Resolver.Member(arguments, name) is not ConstantValue { Constant: string key } value ? Verdict.Unknown
        : LambdaVariables.IsReserved(key) ? new Verdict(Outcome.Violated, value) { Detail = key } : Verdict.Satisfied;
}
