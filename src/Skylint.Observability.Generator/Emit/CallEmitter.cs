namespace Skylint.Observability.Generator;

/// <summary>Writes what observes one call: the operation, the structure of its tags, and the body of the method.</summary>
internal static class CallEmitter
{
    /// <summary>The static members that a call needs, to stand in the type that holds the method or in a class nested in it.</summary>
    public static void Statics(CodeWriter writer, CallModel call, CompilationModel compilation, string access)
    {
        writer.Line($"{access} static readonly {Names.Library}Operation {Operation(call)} = new {Names.Library}Operation({Source(compilation)}, {TypeText.Literal(call.OperationName)}, " +
            $"global::System.Diagnostics.ActivityKind.{call.Kind}, global::Microsoft.Extensions.Logging.LogLevel.{call.SuccessLevel}, {call.EventId}, {TypeText.Literal(call.EventName)}, {TypeText.Literal(call.Template)});");
        TagsEmitter.Emit(writer, call, access);
    }

    /// <summary>The body, from the opening to the closing brace, and the method behind it where the call is split.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="call">The call.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="inner">The expression that does the work.</param>
    /// <param name="logger">The expression that yields the logger, or <c>null</c>.</param>
    /// <param name="statics">What qualifies the static members; empty where they are in scope.</param>
    /// <param name="parameters">The parameters, whose names the body must not take.</param>
    /// <param name="readOnlyReference">Whether a reference that is returned is read-only.</param>
    /// <param name="attributes">What stands before a method that is split off; empty for nothing.</param>
    /// <param name="isStatic">Whether the method is static.</param>
    public static void Body(CodeWriter writer, CallModel call, CompilationModel compilation, string inner, string logger, string statics, EquatableArray<ParameterModel> parameters, bool readOnlyReference, string attributes, bool isStatic)
    {
        var operation = statics + Operation(call);
        var tags = TagsEmitter.IsNeeded(call)
            ? $"new {statics}{TagsEmitter.Name(call)}({string.Join(", ", call.Fields.Select(field => TypeText.Identifier(field.Parameter)))})"
            : $"default({Names.Library}NoTags)";
        var token = call.CancellationParameter is null ? "" : ", " + call.CancellationParameter;
        writer.Open();
        writer.Line($"if ({Telemetry(compilation)}.IsOff({logger}))");
        switch (call.Shape)
        {
            case ReturnShape.Nothing:
                writer.Open().Line(inner + ";").Line("return;").Close();
                break;
            case ReturnShape.Reference:
                writer.Line($"    return ref {inner};");
                break;
            default:
                writer.Line($"    return {inner};");
                break;
        }

        if (call.IsSplit)
        {
            var rest = "SkylintObserved_" + Names.Identifier(call.Identifier);
            writer.Line($"{(call.Shape == ReturnShape.Nothing ? "" : "return ")}{rest}({string.Join(", ", parameters.Select(p => p.Argument))});");
            writer.Close().Line();
            if (attributes.Length > 0)
                writer.Line(attributes);
            writer.Line($"private {(isStatic ? "static " : "")}{(call.Shape == ReturnShape.Nothing ? "void" : call.ReturnType)} {rest}({string.Join(", ", parameters.Select(p => p.Declaration))})").Open();
        }

        var start = $"{operation}.Start({tags}, {logger}{token})";
        if (call.Shape == ReturnShape.Stream)
            Stream(writer, call, inner, $"{operation}.Stream(", $", {tags}, {logger}{token})", start, parameters);
        else
            Observed(writer, call, inner, start, parameters, readOnlyReference);
        writer.Close();
    }

    /// <summary>The part of a body that starts the observation, does the work and ends it.</summary>
    public static void Observed(CodeWriter writer, CallModel call, string inner, string start, EquatableArray<ParameterModel> parameters, bool readOnlyReference)
    {
        var local = Unique("call", parameters);
        var result = Unique("result", parameters);
        writer.Line($"var {local} = {start};");
        if (call.Shape == ReturnShape.Reference)
        {
            // A reference cannot be declared before it is assigned, so the end of the observation stands inside the try.
            writer.Open("try").Line($"ref {(readOnlyReference ? "readonly " : "")}{call.ReturnType} {result} = ref {inner};").Line($"{local}.Succeeded();").Line($"return ref {result};").Close();
            Catch(writer, local, parameters);
            return;
        }

        if (call.Shape == ReturnShape.RefStruct)
        {
            // What a ref struct may refer to follows from what it is first assigned.
            writer.Open("try").Line($"{call.ReturnType} {result} = {inner};").Line($"{local}.Succeeded();").Line($"return {result};").Close();
            Catch(writer, local, parameters);
            return;
        }

        if (call.Shape != ReturnShape.Nothing)
            writer.Line($"{call.ReturnType} {result};");
        writer.Open("try").Line(call.Shape == ReturnShape.Nothing ? $"{inner};" : $"{result} = {inner};").Close();
        Catch(writer, local, parameters);
        writer.Line();
        if (call.Shape == ReturnShape.Awaitable)
        {
            writer.Line($"return {local}.Complete({result});");
            return;
        }

        writer.Line($"{local}.Succeeded();");
        if (call.Shape == ReturnShape.Value)
            writer.Line($"return {result};");
    }

    public static string Operation(CallModel call) => "s_" + call.Identifier;

    public static string Source(CompilationModel compilation) => Telemetry(compilation) + ".Source";

    private static string Telemetry(CompilationModel compilation) => $"global::{Names.GeneratedNamespace}.{Names.TelemetryClass(compilation.AssemblyName)}";

    private static string Unique(string name, EquatableArray<ParameterModel> parameters)
    {
        while (parameters.Any(parameter => parameter.Name == name))
            name += "_";
        return name;
    }

    private static void Stream(CodeWriter writer, CallModel call, string inner, string open, string close, string start, EquatableArray<ParameterModel> parameters)
    {
        var result = Unique("result", parameters);
        writer.Line($"{call.ReturnType} {result};");
        writer.Open("try").Line($"{result} = {inner};").Close();
        var exception = Unique("exception", parameters);
        writer.Open($"catch (global::System.Exception {exception})").Line($"{start}.Failed({exception});").Line("throw;").Close();
        writer.Line();
        writer.Line($"return {open}{result}{close};");
    }

    private static void Catch(CodeWriter writer, string local, EquatableArray<ParameterModel> parameters)
    {
        var exception = Unique("exception", parameters);
        writer.Open($"catch (global::System.Exception {exception})").Line($"{local}.Failed({exception});").Line("throw;").Close();
    }
}
