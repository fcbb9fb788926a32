using System.Reflection;
using Amazon.CDK;
using Constructs;

namespace Skylint.Conformance;

/// <summary>One class of one case file: <c>Cases.&lt;Key&gt;.Bad</c>, <c>Good</c>, or a variant such as <c>BadL1</c>.</summary>
internal sealed record Case(string Key, string Variant, Type Type)
{
    private const string Prefix = "Cases.";

    /// <summary>The stack that the case is built in: the first segment of every construct path in its templates.</summary>
    public string Stack => $"{Key}-{Variant}";

    public static IEnumerable<Case> All() =>
        from type in typeof(Case).Assembly.GetTypes()
        where type.Namespace?.StartsWith(Prefix, StringComparison.Ordinal) == true && !type.IsNested
        where type.Name.StartsWith("Bad", StringComparison.Ordinal) || type.Name.StartsWith("Good", StringComparison.Ordinal)
        orderby type.FullName
        select new Case(type.Namespace![Prefix.Length..], type.Name, type);

    /// <summary>
    /// Synthesizes the case into a folder of its own. An app for each case, so that one which fails takes no other down with it.
    /// </summary>
    /// <returns>What went wrong, in one line; null when the templates are there.</returns>
    public string? Synthesize(string folder)
    {
        var build = Type.GetMethod("Build", BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance, [typeof(Construct)]);
        if (build is null)
            return "has no method Build(Construct)";
        try
        {
            var app = new App(new AppProps
            {
                AnalyticsReporting = false,
                Outdir = folder,
                // What the CDK command line sets: each resource of a template says which construct made it.
                Context = new Dictionary<string, object> { ["aws:cdk:enable-path-metadata"] = true },
            });
            var target = build.IsStatic ? null : Activator.CreateInstance(Type);
            build.Invoke(target, BindingFlags.DoNotWrapExceptions, null, [new Stack(app, Stack)], null);
            app.Synth();
            return null;
        }
        catch (Exception e)
        {
            return string.Join(' ', e.Message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(2));
        }
    }
}
