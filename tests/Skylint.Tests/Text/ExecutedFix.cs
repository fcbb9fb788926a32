using System.Reflection;
using System.Runtime.Loader;
using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Text;

/// <summary>Code before and after the parameterising fix, both to be run against a real database.</summary>
/// <param name="run">Calls the sample's method with an input, on a database that is set up anew, and gives the identifiers of the rows.</param>
public sealed class ExecutedFix(Func<MethodInfo, string?, IReadOnlyList<long>> run)
{
    /// <summary>The rule whose fix is run.</summary>
    public const string Rule = "SKY3001";

    /// <summary>Texts that do something else in a statement than stand for a value.</summary>
    public static IReadOnlyList<string> Hostile { get; } = ["x' OR 1 = 1 OR 'y' LIKE 'y", "x' OR 1 = 1 --", "x') OR 1 = 1 --", "x') AND 1 = 0 --", "x'; DROP TABLE customers --"];

    /// <summary>
    /// Fixes the code, and asserts that harmless input gives the rows that the code gave before, and that hostile input does not become SQL.
    /// </summary>
    /// <param name="source">A class <c>Sample</c> with a method <c>Run</c>.</param>
    /// <param name="harmless">An input for which there are rows.</param>
    /// <param name="escapes">The code doubles quotes by hand: hostile input is plain data for it already.</param>
    /// <param name="isRefused">When given, hostile input must end in this: the column is no text, and before the fix the input was SQL.</param>
    public async Task AssertSame(string source, string harmless, bool escapes, Type? isRefused = null)
    {
        var before = Load(source);
        var after = Load(await Fixed(source));
        var expected = run(before, harmless);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, run(after, harmless));
        foreach (var hostile in Hostile)
        {
            if (isRefused is not null)
                Assert.Throws(isRefused, () => run(after, hostile));
            else
                Assert.Equal(run(before, escapes ? hostile : hostile.Replace("'", "''")), run(after, hostile));
        }

        // The code before the fix is open, unless it escapes by hand: else this would prove nothing.
        if (isRefused is null)
            Assert.Equal(!escapes, Hostile.Any(hostile => !run(after, hostile).SequenceEqual(TryRun(before, hostile))));
    }

    /// <summary>Asserts that the fixed code gives so many rows for an empty list.</summary>
    public async Task AssertEmptyList(string source, int rows) => Assert.Equal(rows, run(Load(await Fixed(source)), null).Count);

    /// <summary>Compiles the source and gives the sample's method.</summary>
    public static MethodInfo Load(string source)
    {
        var compilation = Verify.Compile(source, TextRefs.Setup);
        using var image = new MemoryStream();
        var emitted = compilation.WithOptions(compilation.Options.WithModuleName("Sample")).Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        image.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image).GetType("Sample")!.GetMethod("Run")!;
    }

    private static async Task<string> Fixed(string source)
    {
        var corrected = await Verify.ApplyFix(Rule, source, TextRefs.Setup, 0);
        Assert.NotNull(corrected);
        Assert.Empty(await Verify.Diagnostics(corrected, TextRefs.Setup, [Rule]));
        return corrected;
    }

    // Splicing makes statements that the database cannot read as well.
    private IReadOnlyList<long> TryRun(MethodInfo sample, string input)
    {
        try
        {
            return run(sample, input);
        }
        catch (Exception e) when (e is TargetInvocationException or System.Data.Common.DbException)
        {
            return [-1];
        }
    }
}
