using Skylint.Tests.Support;
using Skylint.Text.Secrets;
using Skylint.Text.Sql;
using Xunit;

namespace Skylint.Tests.Text;

/// <summary>What is not there is not looked for: an analyzer registers actions only where the compilation has what its rules are about.</summary>
public sealed class RegistrationTests
{
    private const string NoDatabase = "using System.Text; public class C { public string Text(string name) => new StringBuilder(\"SELECT \").Append(name).ToString(); }";

    // Everything that can be written needs no more than .NET.
    private const string OwnInterface = "using System.Data; public class C { public void Run(IDbCommand command, string name) { command.CommandText = \"SELECT \" + name; } }";

    [Fact]
    public async Task Statements_are_not_looked_for_without_a_database()
    {
        Assert.Equal(0, await Registrations.Count(new SqlTextAnalyzer(), NoDatabase, Refs.Net));
        Assert.Equal(0, await Registrations.Count(new SqlTextAnalyzer(), NoDatabase, Refs.Net.With("AWSSDK.Core", "4.1.0", "net8.0", "AWSSDK.Core").With("AWSSDK.SQS", "4.0.100.25", "net8.0", "AWSSDK.SQS")));
        Assert.Equal(0, await Registrations.Count(new SqlTextAnalyzer(), NoDatabase, Refs.Cdk));
    }

    [Fact]
    public async Task Statements_are_looked_for_where_there_is_one()
    {
        Assert.True(await Registrations.Count(new SqlTextAnalyzer(), NoDatabase, Refs.Net.With("Dapper", "2.1.66", "net8.0", "Dapper")) > 0);
        Assert.True(await Registrations.Count(new SqlTextAnalyzer(), NoDatabase, Refs.Sdk4) > 0);
        Assert.True(await Registrations.Count(new SqlTextAnalyzer(), OwnInterface, Refs.Net) > 0);
    }

    [Fact]
    public async Task Access_keys_are_looked_for_where_the_SDK_is()
    {
        Assert.Equal(0, await Registrations.Count(new CredentialAnalyzer(), NoDatabase, Refs.Net));
        Assert.True(await Registrations.Count(new CredentialAnalyzer(), NoDatabase, Refs.Sdk4) > 0);
    }
}
