using System.Text.RegularExpressions;

namespace Skylint.Benchmarks;

/// <summary>Packages that stand for a library.</summary>
/// <param name="Mark">What the project file of a user says.</param>
/// <param name="Packages">Name, version and framework of each.</param>
internal sealed partial record Library(Regex Mark, (string Package, string Version, string Framework)[] Packages)
{
    public static readonly Library Cdk = new(
        CdkMark(),
        [("Amazon.CDK.Lib", "2.160.0", "netcoreapp3.1"), ("Constructs", "10.0.5", "netcoreapp3.1"), ("Amazon.JSII.Runtime", "1.103.1", "netcoreapp3.1")]);

    public static readonly Library Sdk = new(
        SdkMark(),
        [("AWSSDK.Core", "4.1.0", "net8.0"), ("AWSSDK.S3", "4.1.0", "net8.0"), ("AWSSDK.SQS", "4.0.100.25", "net8.0"), ("AWSSDK.DynamoDBv2", "4.1.0", "net8.0"), ("AWSSDK.SecurityToken", "4.0.101.10", "net8.0")]);

    public static readonly Library Sql = new(
        SqlMark(),
        [
            ("Dapper", "2.1.66", "net8.0"), ("Npgsql", "9.0.3", "net8.0"), ("Microsoft.Data.Sqlite.Core", "9.0.0", "net8.0"),
            ("Microsoft.EntityFrameworkCore", "9.0.0", "net8.0"), ("Microsoft.EntityFrameworkCore.Abstractions", "9.0.0", "net8.0"), ("Microsoft.EntityFrameworkCore.Relational", "9.0.0", "net8.0"),
        ]);

    public static IReadOnlyList<Library> All { get; } = [Cdk, Sdk, Sql];

    public bool IsUsedBy(string project) => Mark.IsMatch(File.ReadAllText(project));

    [GeneratedRegex(@"Amazon\.CDK")]
    private static partial Regex CdkMark();

    [GeneratedRegex(@"AWSSDK\.")]
    private static partial Regex SdkMark();

    [GeneratedRegex(@"Dapper|Npgsql|Sqlite|SQLite|SqlClient|MySql|EntityFrameworkCore")]
    private static partial Regex SqlMark();
}
