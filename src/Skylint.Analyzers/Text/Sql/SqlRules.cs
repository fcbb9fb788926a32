using Skylint.Catalog;

namespace Skylint.Text.Sql;

/// <summary>The rules about statements that are built from text.</summary>
internal static class SqlRules
{
    internal const string Sanitizers = "sanitizers";
    internal const string Unknown = "unknown";

    private static readonly RuleOption s_sanitizers = new(Sanitizers, "", "Names of methods whose result is safe in a statement, such as a quoting method of your own: Method or Type.Method.");

    private static readonly RuleOption s_unknown = new(Unknown, "warning", "What to do about text that is not fixed but not known to come from outside either: warning, suggestion or none.");

    public static Rule Injection { get; } = new()
    {
        Id = "SKY3001",
        Key = "sql-injection",
        Title = "SQL text is built from values",
        Message = "'{0}' becomes part of the SQL text ({1}); {2}",
        Why = "Text that is spliced into a statement can end the value it was meant to be and go on as SQL: whoever controls it reads, changes or deletes other rows. A parameter is never read as SQL, and the database can reuse the plan.",
        Category = Category.Security,
        Level = Level.Warning,
        FixSummary = "Replaces each value in the text with a parameter, takes away the quotes around it, and adds the parameter to the command; a list in IN becomes one parameter for each value. Beside a column that is no text, Dapper's parameters for PostgreSQL need a cast in the statement; the title says so. Names of tables and columns are left alone: they cannot be parameters.",
        Options = [s_sanitizers, s_unknown],
        References = new References
        {
            Cwe = ["CWE-89"],
            Sonar = ["S2077", "S3649"],
            Links = ["https://learn.microsoft.com/dotnet/framework/data/adonet/configuring-parameters-and-parameter-data-types", "https://cheatsheetseries.owasp.org/cheatsheets/SQL_Injection_Prevention_Cheat_Sheet.html"],
        },
    };

    public static Rule DataApiInjection { get; } = new()
    {
        Id = "SKY3002",
        Key = "sql-injection-data-apis",
        Title = "Statement for an AWS data API is built from values",
        Message = "'{0}' becomes part of the statement ({1}); {2}",
        Why = "RDS Data API, Redshift Data API, Athena, DynamoDB PartiQL and their like run the text they are given: text that is spliced into it can go on as SQL. Where the API has parameters, they are never read as SQL.",
        Category = Category.Security,
        Level = Level.Warning,
        FixSummary = "Replaces each value in the text with a parameter of the API and adds its value to the request. Timestream, S3 Select and Logs Insights have no parameters, and names cannot be parameters: there the text stays as it is.",
        Options = [s_sanitizers, s_unknown],
        References = new References
        {
            Cwe = ["CWE-89", "CWE-943"],
            Links = ["https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.calling.html", "https://docs.aws.amazon.com/athena/latest/ug/querying-with-prepared-statements.html"],
        },
    };

    public static Rule ExpressionInjection { get; } = new()
    {
        Id = "SKY3003",
        Key = "ddb-expression-injection",
        Title = "DynamoDB expression is built from values",
        Message = "'{0}' becomes part of the expression ({1}); {2}",
        Why = "An expression is parsed: text that is spliced into a filter or a condition can change what it selects or guards, and reserved words break it. Placeholders for names and values are never parsed.",
        Category = Category.Security,
        Level = Level.Warning,
        NoFix = "The value's DynamoDB type and a free placeholder name depend on what else the request sets.",
        Options = [s_sanitizers, s_unknown],
        References = new References
        {
            Cwe = ["CWE-943"],
            Links = ["https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ExpressionAttributeValues.html"],
        },
    };

    public static Rule UnseenText { get; } = new()
    {
        Id = "SKY3004",
        Key = "sql-text-unseen",
        Title = "Origin of SQL text is not shown",
        Message = "The statement's text comes from '{0}' ({1}); {2}",
        Why = "A method that runs any statement it is given, or takes the name of a table from a setting, is as safe as those who call it. Keep it internal, or take a FormattableString or a text together with its parameters, so that callers need not splice.",
        Category = Category.Security,
        Level = Level.Info,
        NoFix = "What to change is in the code that writes the text.",
        References = new References { Cwe = ["CWE-89"] },
    };

    public static IReadOnlyList<Rule> All { get; } = [Injection, DataApiInjection, ExpressionInjection, UnseenText];

    public static Rule For(SinkFamily family) => family switch
    {
        SinkFamily.AdoNet or SinkFamily.Dapper or SinkFamily.EntityFramework => Injection,
        SinkFamily.DynamoExpression => ExpressionInjection,
        _ => DataApiInjection,
    };
}
