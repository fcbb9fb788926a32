namespace Skylint.Text.Sql;

/// <summary>The interfaces that take a statement or an expression as text.</summary>
internal enum SinkFamily
{
    AdoNet,
    Dapper,
    EntityFramework,
    RdsData,
    RedshiftData,
    Athena,
    Timestream,
    PartiQl,
    S3Select,
    LogsInsights,
    DynamoExpression,
}
