using Microsoft.CodeAnalysis;

namespace Skylint.CodeFixes.Sql;

/// <summary>Writes the statements that add parameters to an ADO.NET command, in the way of its provider.</summary>
internal sealed class AdoParameters
{
    private readonly ITypeSymbol _command;
    private readonly SemanticModel _model;
    private readonly int _position;

    public AdoParameters(ITypeSymbol command, SemanticModel model, int position)
    {
        _command = command;
        _model = model;
        _position = position;
        Style = command.Name switch
        {
            "OracleCommand" => ParameterStyle.Colon with { Lists = ListStyle.Markers, TakesBareText = true, EmptyList = ParameterStyle.NoRows.Replace(" WHERE", " FROM DUAL WHERE") },
            "OdbcCommand" or "OleDbCommand" => ParameterStyle.QuestionMark with { Lists = ListStyle.Markers },
            "NpgsqlCommand" or "SqlCommand" or "SqliteCommand" or "SQLiteCommand" or "MySqlCommand" => ParameterStyle.At with { Lists = ListStyle.Markers, TakesBareText = true, EmptyList = ParameterStyle.NoRows },
            _ => ParameterStyle.At with { Lists = ListStyle.Markers, EmptyList = ParameterStyle.NoRows },
        };
    }

    public ParameterStyle Style { get; }

    /// <summary>One or more statements for each value, without indentation.</summary>
    public IEnumerable<string> Statements(string command, IEnumerable<BoundValue> values, HashSet<string> locals)
    {
        foreach (var value in values)
        {
            if (value.Count is { } count && Style.Lists == ListStyle.Markers)
            {
                var element = value with { Expression = $"{value.Expression}[{value.Index}]", Count = null, MayBeNull = false };
                yield return $"for (var {value.Index} = 0; {value.Index} < {value.Expression}.{count}; {value.Index}++)";
                var statements = Single(command, element, $"\"{(Style.IsPositional ? value.Name : Style.Marker(value.Name))}\" + {value.Index}", locals).ToList();
                if (statements.Count == 1)
                {
                    yield return "    " + statements[0];
                    continue;
                }

                yield return "{";
                foreach (var statement in statements)
                    yield return "    " + statement;
                yield return "}";
                continue;
            }

            var name = Style.IsPositional || _command.Name is "OracleCommand" or "NpgsqlCommand" ? value.Name : Style.Marker(value.Name);
            foreach (var statement in Single(command, value, $"\"{name}\"", locals))
                yield return statement;
        }
    }

    private IEnumerable<string> Single(string command, BoundValue value, string marker, HashSet<string> locals)
    {
        var content = value.MayBeNull ? $"(object?){value.Expression} ?? {Minimal("System.DBNull")}.Value" : value.Expression;
        if (_command.Name == "SqlCommand" && SqlDbType(value.Type) is { } type)
        {
            yield return $"{command}.Parameters.Add({marker}, {Minimal("System.Data.SqlDbType")}.{type}).Value = {content};";
        }
        else if (_command.Name == "NpgsqlCommand" && value.Type?.SpecialType == SpecialType.System_String)
        {
            // PostgreSQL gives a literal the type of the column it stands beside, but a parameter of type text no other.
            yield return $"{command}.Parameters.Add(new {Minimal("Npgsql.NpgsqlParameter")}({marker}, {Minimal("NpgsqlTypes.NpgsqlDbType")}.Unknown) {{ Value = {content} }});";
        }
        else if (HasAddWithValue())
        {
            yield return $"{command}.Parameters.AddWithValue({marker}, {content});";
        }
        else
        {
            var local = value.Name + "Parameter";
            for (var i = 2; !locals.Add(local); i++)
                local = value.Name + "Parameter" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            yield return $"var {local} = {command}.CreateParameter();";
            yield return $"{local}.ParameterName = {marker};";
            yield return $"{local}.Value = {content};";
            yield return $"{command}.Parameters.Add({local});";
        }
    }

    private bool HasAddWithValue()
    {
        for (var type = _command; type is not null; type = type.BaseType)
        {
            if (type.GetMembers("Parameters").OfType<IPropertySymbol>().FirstOrDefault() is { } parameters)
            {
                for (var collection = parameters.Type; collection is not null; collection = collection.BaseType)
                {
                    if (collection.GetMembers("AddWithValue").OfType<IMethodSymbol>().Any(m => m.DeclaredAccessibility == Accessibility.Public && m.Parameters.Length == 2))
                        return true;
                }

                return false;
            }
        }

        return false;
    }

    // The type that AddWithValue guesses for text and numbers can keep SQL Server from using an index; the others it guesses right.
    private static string? SqlDbType(ITypeSymbol? type) => type?.SpecialType switch
    {
        SpecialType.System_String => "NVarChar",
        SpecialType.System_Int32 => "Int",
        SpecialType.System_Int64 => "BigInt",
        SpecialType.System_Int16 => "SmallInt",
        SpecialType.System_Boolean => "Bit",
        SpecialType.System_Double => "Float",
        SpecialType.System_DateTime => "DateTime2",
        _ => type?.Name == "Guid" ? "UniqueIdentifier" : null,
    };

    private string Minimal(string metadataName) =>
        _model.Compilation.GetTypeByMetadataName(metadataName) is { } type ? type.ToMinimalDisplayString(_model, _position) : metadataName;
}
