using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Text.Sql;

/// <summary>Finds the places where text becomes a statement, by the names and base types that all versions of an interface share.</summary>
internal sealed class SqlSinks
{
    private static readonly HashSet<string> s_propertyNames = new(StringComparer.Ordinal)
    {
        "CommandText", "Sql", "Sqls", "SqlStatements", "QueryString", "QueryStatement", "Statement", "Expression",
        "FilterExpression", "KeyConditionExpression", "UpdateExpression", "ConditionExpression", "ProjectionExpression", "ExpressionStatement",
    };

    private static readonly HashSet<string> s_providers = new(StringComparer.OrdinalIgnoreCase)
    {
        "Microsoft.Data.SqlClient", "System.Data.SqlClient", "Npgsql", "MySql.Data", "MySqlConnector", "Microsoft.Data.Sqlite", "System.Data.SQLite", "Oracle.ManagedDataAccess",
        "System.Data.Odbc", "System.Data.OleDb", "Dapper", "Microsoft.EntityFrameworkCore.Relational", "EntityFramework", "FirebirdSql.Data.FirebirdClient", "DuckDB.NET.Data",
        "AWSSDK.RDSDataService", "AWSSDK.RedshiftDataAPIService", "AWSSDK.Athena", "AWSSDK.TimestreamQuery", "AWSSDK.DynamoDBv2", "AWSSDK.S3", "AWSSDK.CloudWatchLogs", "AWSSDK.TimestreamWrite",
    };

    private static readonly string[] s_namespaces =
    [
        "System.Data", "Microsoft.Data", "Npgsql", "MySql", "Dapper", "Oracle.", "Microsoft.EntityFrameworkCore", "Amazon.RDSDataService", "Amazon.Redshift", "Amazon.Athena", "Amazon.Timestream", "Amazon.DynamoDB",
    ];

    private readonly ConcurrentDictionary<IPropertySymbol, SinkFamily?> _properties = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, (SinkFamily Family, int Parameter)?> _methods = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _types = new(SymbolEqualityComparer.Default);
    private readonly INamedTypeSymbol? _connection;
    private readonly INamedTypeSymbol? _command;
    private readonly INamedTypeSymbol? _commandBase;
    private readonly INamedTypeSymbol? _adapterBase;
    private readonly INamedTypeSymbol? _batchCommandBase;
    private readonly INamedTypeSymbol? _dataSource;

    private SqlSinks(Compilation compilation)
    {
        _connection = compilation.GetTypeByMetadataName("System.Data.IDbConnection");
        _command = compilation.GetTypeByMetadataName("System.Data.IDbCommand");
        _commandBase = compilation.GetTypeByMetadataName("System.Data.Common.DbCommand");
        _adapterBase = compilation.GetTypeByMetadataName("System.Data.Common.DbDataAdapter");
        _batchCommandBase = compilation.GetTypeByMetadataName("System.Data.Common.DbBatchCommand");
        _dataSource = compilation.GetTypeByMetadataName("System.Data.Common.DbDataSource");
    }

    /// <summary>Null when nothing in the compilation shows that it talks to a database.</summary>
    public static SqlSinks? TryCreate(Compilation compilation, CancellationToken cancellationToken)
    {
        if (!compilation.ReferencedAssemblyNames.Any(name => s_providers.Contains(name.Name)) && !compilation.SyntaxTrees.Any(tree => UsesDatabase(tree, cancellationToken)))
            return null;
        return new SqlSinks(compilation);
    }

    /// <summary>The statements that the operation hands over: for nearly all operations none, which must cost next to nothing.</summary>
    public IReadOnlyList<SqlSink> Find(IOperation operation)
    {
        switch (operation)
        {
            case IAssignmentOperation { Target: IPropertyReferenceOperation target } assignment when FamilyOf(target.Property) is { } family:
                return assignment is IDeconstructionAssignmentOperation ? [] : [new SqlSink(family, assignment.Value, assignment is ICompoundAssignmentOperation)];
            case IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation member, Initializer: { } initializer } when FamilyOf(member.Property) is { } family:
                return [.. initializer.Initializers.OfType<IInvocationOperation>().Where(a => a.Arguments.Length == 1).Select(a => new SqlSink(family, a.Arguments[0].Value))];
            case IObjectCreationOperation { Constructor: { } constructor } creation when ParameterOf(constructor) is { } sink:
                return Argument(creation.Arguments, sink);
            case IInvocationOperation { TargetMethod.Name: "Add" or "AddRange" or "Insert", Instance: IPropertyReferenceOperation list, Arguments.Length: > 0 } add when FamilyOf(list.Property) is { } family:
                return [new SqlSink(family, add.Arguments[add.Arguments.Length - 1].Value)];
            case IInvocationOperation invocation when ParameterOf(invocation.TargetMethod) is { } sink:
                return Argument(invocation.Arguments, sink);
            default:
                return [];
        }
    }

    /// <summary>True inside a member that is such a place itself, as in a command that wraps another: what it is given was judged where it was given.</summary>
    public bool IsInside(ISymbol member) => member is IMethodSymbol { AssociatedSymbol: IPropertySymbol property } && FamilyOf(property) is not null;

    private static IReadOnlyList<SqlSink> Argument(ImmutableArray<IArgumentOperation> arguments, (SinkFamily Family, int Parameter) sink)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Ordinal == sink.Parameter && argument.ArgumentKind != ArgumentKind.DefaultValue)
                return [new SqlSink(sink.Family, argument.Value)];
        }

        return [];
    }

    private SinkFamily? FamilyOf(IPropertySymbol property) =>
        s_propertyNames.Contains(property.Name) ? _properties.GetOrAdd(property.OriginalDefinition, Classify) : null;

    private SinkFamily? Classify(IPropertySymbol property)
    {
        var type = property.ContainingType;
        var space = LibraryTypes.NamespaceOf(type);
        if (property.Name == "CommandText")
            return Implements(type, _command) || Inherits(type, _batchCommandBase) ? SinkFamily.AdoNet : null;
        return (space, property.Name) switch
        {
            ("Amazon.RDSDataService.Model", "Sql" or "SqlStatements") => SinkFamily.RdsData,
            ("Amazon.RedshiftDataAPIService.Model", "Sql" or "Sqls") => SinkFamily.RedshiftData,
            ("Amazon.Athena.Model", "QueryString" or "QueryStatement") => SinkFamily.Athena,
            ("Amazon.TimestreamQuery.Model", "QueryString") => SinkFamily.Timestream,
            ("Amazon.CloudWatchLogs.Model", "QueryString") => SinkFamily.LogsInsights,
            ("Amazon.DynamoDBv2.Model", "Statement") => SinkFamily.PartiQl,
            ("Amazon.DynamoDBv2.Model", "FilterExpression" or "KeyConditionExpression" or "UpdateExpression" or "ConditionExpression" or "ProjectionExpression") => SinkFamily.DynamoExpression,
            ("Amazon.DynamoDBv2.DocumentModel", "ExpressionStatement") => SinkFamily.DynamoExpression,
            ("Amazon.S3.Model", "Expression") when type.Name == "SelectObjectContentRequest" => SinkFamily.S3Select,
            _ => null,
        };
    }

    private (SinkFamily Family, int Parameter)? ParameterOf(IMethodSymbol method)
    {
        // Most calls end here: the class has no such methods. The list of parameters is made anew each time that it is asked for.
        if (!_types.GetOrAdd(method.ContainingType.OriginalDefinition, MayTakeStatements))
            return null;
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        var takesText = false;
        foreach (var parameter in definition.Parameters)
            takesText |= IsText(parameter.Type);
        return takesText ? _methods.GetOrAdd(definition, ClassifyMethod) : null;
    }

    private bool MayTakeStatements(INamedTypeSymbol type) =>
        LibraryTypes.NamespaceOf(type) is "Dapper" or "Microsoft.EntityFrameworkCore" or "System.Data.Entity"
        || type.Name == "NpgsqlDataSource" || Inherits(type, _dataSource) || Inherits(type, _commandBase) || Implements(type, _command) || Inherits(type, _adapterBase) || Inherits(type, _batchCommandBase);

    private (SinkFamily Family, int Parameter)? ClassifyMethod(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (method.MethodKind == MethodKind.Constructor)
        {
            if (Inherits(type, _commandBase) || Implements(type, _command) || Inherits(type, _adapterBase) || Inherits(type, _batchCommandBase))
                return First(method, SinkFamily.AdoNet, "commandText", "cmdText", "selectCommandText", "sql", "command");
            return type.Name == "CommandDefinition" && LibraryTypes.NamespaceOf(type) == "Dapper" ? First(method, SinkFamily.Dapper, "commandText") : null;
        }

        switch (LibraryTypes.NamespaceOf(type))
        {
            case "Dapper" when type.Name is "SqlBuilder" || (type.Name is "SqlMapper" && method.Parameters.Any(p => Implements(p.Type, _connection))):
                return First(method, SinkFamily.Dapper, "sql");
            case "Microsoft.EntityFrameworkCore" when method.Name is "FromSqlRaw" or "ExecuteSqlRaw" or "ExecuteSqlRawAsync" or "SqlQueryRaw" or "FromSql" or "ExecuteSqlCommand" or "ExecuteSqlCommandAsync":
                return First(method, SinkFamily.EntityFramework, "sql");
            case "System.Data.Entity" when method.Name is "ExecuteSqlCommand" or "ExecuteSqlCommandAsync" or "SqlQuery":
                return First(method, SinkFamily.EntityFramework, "sql");
        }

        return method.Name is "CreateCommand" && (Inherits(type, _dataSource) || type.Name == "NpgsqlDataSource") ? First(method, SinkFamily.AdoNet, "commandText") : null;
    }

    private static (SinkFamily Family, int Parameter)? First(IMethodSymbol method, SinkFamily family, params string[] names)
    {
        foreach (var parameter in method.Parameters)
        {
            if (IsText(parameter.Type) && names.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase))
                return (family, parameter.Ordinal);
        }

        return null;
    }

    // Entity Framework Core 2 took statements as a type that text converts to.
    private static bool IsText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String || type.Name == "RawSqlString";

    private static bool Implements(ITypeSymbol type, INamedTypeSymbol? contract) =>
        contract is not null && (SymbolEqualityComparer.Default.Equals(type, contract) || type.AllInterfaces.Contains(contract, SymbolEqualityComparer.Default));

    private static bool Inherits(INamedTypeSymbol type, INamedTypeSymbol? ancestor)
    {
        if (ancestor is null)
            return false;
        for (var current = type; current is not null; current = current.BaseType!)
        {
            if (SymbolEqualityComparer.Default.Equals(current, ancestor))
                return true;
        }

        return false;
    }

    private static bool UsesDatabase(SyntaxTree tree, CancellationToken cancellationToken) =>
        tree.GetRoot(cancellationToken) is CompilationUnitSyntax unit
        && (unit.Usings.Any(IsDatabase) || unit.Members.OfType<BaseNamespaceDeclarationSyntax>().Any(n => n.Usings.Any(IsDatabase)));

    private static bool IsDatabase(UsingDirectiveSyntax directive)
    {
        var name = directive.Name?.ToString();
        return name is not null && s_namespaces.Any(n => name.StartsWith(n, StringComparison.Ordinal));
    }
}
