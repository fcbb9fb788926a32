using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>
/// Which database engine the code asks for: <c>DatabaseInstanceEngine.Postgres(...)</c>, <c>DatabaseClusterEngine.AURORA_MYSQL</c>,
/// <c>"sqlserver-ex"</c>. Editions and spellings of one engine are one family.
/// </summary>
internal static class DatabaseEngine
{
    public const string MySql = "mysql";
    public const string MariaDb = "mariadb";
    public const string Postgres = "postgres";
    public const string Oracle = "oracle";
    public const string SqlServer = "sqlserver";
    public const string AuroraMySql = "aurora-mysql";
    public const string AuroraPostgres = "aurora-postgresql";

    /// <summary>The engine is of one of these families; unknown where the code does not tell.</summary>
    public static Requirement Is(params string[] families) => Circumstance(Prop("Engine").Test(
        engine => FamilyOf(engine) is { } family ? families.Contains(family) ? Outcome.Satisfied : Outcome.Violated : Outcome.Unknown,
        Default.Unknown));

    private static string? FamilyOf(Value engine)
    {
        var name = engine is CallValue { Method: { ContainingType.Name: "DatabaseInstanceEngine" or "DatabaseClusterEngine" } method } ? method.Name : PropertyPath.Name(engine);
        if (name is null)
            return null;
        // AURORA_POSTGRESQL, AuroraPostgres and aurora-postgresql; sqlserver-ex and SQL_SERVER_EX
        var plain = name.Replace("_", "").Replace("-", "").ToLowerInvariant();
        return plain switch
        {
            _ when plain.StartsWith("aurora", StringComparison.Ordinal) => plain.Contains("postgres") ? AuroraPostgres : AuroraMySql,
            _ when plain.Contains(SqlServer) => SqlServer,
            _ when plain.Contains(MariaDb) => MariaDb,
            _ when plain.Contains(MySql) => MySql,
            _ when plain.Contains(Postgres) => Postgres,
            _ when plain.Contains(Oracle) => Oracle,
            _ => plain,
        };
    }
}
