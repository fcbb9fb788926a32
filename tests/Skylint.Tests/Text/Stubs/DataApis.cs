// The members of AWS service packages that the rules look at, under their real names. Compiled once, as a reference for test sources.
#pragma warning disable CS8618
using System.Collections.Generic;
using System.IO;

namespace Amazon.RDSDataService.Model
{
    public class TypeHint
    {
        public static readonly TypeHint DECIMAL = new();
        public static readonly TypeHint UUID = new();
        public static readonly TypeHint TIMESTAMP = new();
    }

    public class Field
    {
        public string StringValue { get; set; }
        public long? LongValue { get; set; }
        public double? DoubleValue { get; set; }
        public bool? BooleanValue { get; set; }
        public bool? IsNull { get; set; }
        public MemoryStream BlobValue { get; set; }
    }

    public class SqlParameter
    {
        public string Name { get; set; }
        public Field Value { get; set; }
        public TypeHint TypeHint { get; set; }
    }

    public class ExecuteStatementRequest
    {
        public string ResourceArn { get; set; }
        public string SecretArn { get; set; }
        public string Database { get; set; }
        public string Sql { get; set; }
        public List<SqlParameter> Parameters { get; set; }
    }

    public class BatchExecuteStatementRequest
    {
        public string Sql { get; set; }
        public List<List<SqlParameter>> ParameterSets { get; set; }
    }

    public class ExecuteSqlRequest
    {
        public string SqlStatements { get; set; }
    }
}

namespace Amazon.RedshiftDataAPIService.Model
{
    public class SqlParameter
    {
        public string Name { get; set; }
        public string Value { get; set; }
    }

    public class ExecuteStatementRequest
    {
        public string Sql { get; set; }
        public List<SqlParameter> Parameters { get; set; }
    }

    public class BatchExecuteStatementRequest
    {
        public List<string> Sqls { get; set; } = new();
    }
}

namespace Amazon.Athena.Model
{
    public class StartQueryExecutionRequest
    {
        public string QueryString { get; set; }
        public string WorkGroup { get; set; }
        public List<string> ExecutionParameters { get; set; }
    }

    public class CreatePreparedStatementRequest
    {
        public string QueryStatement { get; set; }
    }

    public class CreateNamedQueryRequest
    {
        public string QueryString { get; set; }
    }
}

namespace Amazon.TimestreamQuery.Model
{
    public class QueryRequest
    {
        public string QueryString { get; set; }
    }
}

namespace Amazon.CloudWatchLogs.Model
{
    public class StartQueryRequest
    {
        public string QueryString { get; set; }
    }
}

namespace Amazon.Lambda.Core
{
    public interface ILambdaContext
    {
        string AwsRequestId { get; }
    }
}

namespace Amazon.Lambda.APIGatewayEvents
{
    public class APIGatewayProxyRequest
    {
        public string Body { get; set; }
        public IDictionary<string, string> QueryStringParameters { get; set; }
        public IDictionary<string, string> PathParameters { get; set; }
    }
}

namespace Amazon.Lambda.SQSEvents
{
    public class SQSEvent
    {
        public List<SQSMessage> Records { get; set; }

        public class SQSMessage
        {
            public string Body { get; set; }
        }
    }
}

namespace Amazon.Lambda.SNSEvents
{
    public class SNSEvent
    {
        public List<SNSRecord> Records { get; set; }

        public class SNSRecord
        {
            public SNSMessage Sns { get; set; }
        }

        public class SNSMessage
        {
            public string Message { get; set; }
        }
    }
}

namespace Amazon.Lambda.KinesisEvents
{
    public class KinesisEvent
    {
        public List<KinesisEventRecord> Records { get; set; }

        public class KinesisEventRecord
        {
            public Record Kinesis { get; set; }
        }

        public class Record
        {
            public MemoryStream Data { get; set; }
        }
    }
}

namespace Amazon.Lambda.S3Events
{
    public class S3Event
    {
        public List<S3EventNotificationRecord> Records { get; set; }

        public class S3EventNotificationRecord
        {
            public S3Entity S3 { get; set; }
        }

        public class S3Entity
        {
            public S3ObjectEntity Object { get; set; }
        }

        public class S3ObjectEntity
        {
            public string Key { get; set; }
        }
    }
}

namespace Microsoft.AspNetCore.Http
{
    public interface IQueryCollection
    {
        string this[string key] { get; }
    }

    public abstract class HttpRequest
    {
        public abstract IQueryCollection Query { get; set; }
        public abstract Stream Body { get; set; }
    }
}

namespace Microsoft.AspNetCore.Mvc
{
    public abstract class ControllerBase
    {
        public Microsoft.AspNetCore.Http.HttpRequest Request => null!;
    }
}

namespace Microsoft.AspNetCore.Builder
{
    public sealed class WebApplication;

    public static class EndpointRouteBuilderExtensions
    {
        public static void MapGet(this WebApplication app, string pattern, System.Delegate handler) { }
    }
}

namespace Microsoft.Extensions.ObjectPool
{
    public abstract class ObjectPool<T>
        where T : class
    {
        public abstract T Get();
        public abstract void Return(T obj);
    }
}

namespace System.Data.Common
{
    // What every provider's command has to say, and no test looks at.
    public abstract class IdleCommand : DbCommand
    {
        public override string CommandText { get; set; }
        public override int CommandTimeout { get; set; }
        public override CommandType CommandType { get; set; }
        public override bool DesignTimeVisible { get; set; }
        public override UpdateRowSource UpdatedRowSource { get; set; }
        protected override DbConnection? DbConnection { get; set; }
        protected override DbParameterCollection DbParameterCollection => null!;
        protected override DbTransaction? DbTransaction { get; set; }
        public override void Cancel() { }
        public override int ExecuteNonQuery() => 0;
        public override object? ExecuteScalar() => null;
        public override void Prepare() { }
        protected override DbParameter CreateDbParameter() => null!;
        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => null!;
    }
}

namespace Microsoft.Data.SqlClient
{
    using System.Data;
    using System.Data.Common;

    public sealed class SqlConnection;

    public sealed class SqlParameter
    {
        public object? Value { get; set; }
        public string ParameterName { get; set; }
    }

    public sealed class SqlParameterCollection
    {
        public SqlParameter Add(string parameterName, SqlDbType type) => new();
        public SqlParameter Add(SqlParameter value) => value;
        public SqlParameter AddWithValue(string parameterName, object? value) => new();
    }

    public sealed class SqlCommand : IdleCommand
    {
        public SqlCommand() { }
        public SqlCommand(string cmdText) { }
        public SqlCommand(string cmdText, SqlConnection connection) { }
        public new SqlConnection? Connection { get; set; }
        public new SqlParameterCollection Parameters => new();
    }

    public sealed class SqlDataAdapter : DbDataAdapter
    {
        public SqlDataAdapter(string selectCommandText, SqlConnection connection) { }
        public new SqlCommand SelectCommand { get; set; }
    }
}

namespace Oracle.ManagedDataAccess.Client
{
    using System.Data;
    using System.Data.Common;

    public sealed class OracleParameter
    {
        public object? Value { get; set; }
        public string ParameterName { get; set; }
    }

    public sealed class OracleParameterCollection
    {
        public OracleParameter Add(OracleParameter value) => value;
    }

    public sealed class OracleCommand : IdleCommand
    {
        public new OracleParameterCollection Parameters => new();
        public new OracleParameter CreateParameter() => new();
    }
}

namespace System.Data.Odbc
{
    using System.Data;
    using System.Data.Common;

    public sealed class OdbcParameterCollection
    {
        public object AddWithValue(string parameterName, object? value) => new();
    }

    public sealed class OdbcCommand : IdleCommand
    {
        public new OdbcParameterCollection Parameters => new();
    }
}
