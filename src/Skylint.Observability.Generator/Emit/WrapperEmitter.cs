namespace Skylint.Observability.Generator;

/// <summary>Writes the generated part of an observed partial method or Lambda handler.</summary>
internal static class WrapperEmitter
{
    public static string Emit(WrapperModel model, CompilationModel compilation)
    {
        var writer = CodeWriter.File(compilation);
        var container = model.Container;
        if (container.Namespace.Length > 0)
            writer.Open("namespace " + container.Namespace);
        foreach (var declaration in container.Declarations)
            writer.Open(declaration);
        writer.Line("[global::System.CodeDom.Compiler.GeneratedCode(\"Skylint.Observability\", \"1\")]");
        writer.Line(model.Header + model.Constraints);
        if (model.Lambda is { } lambda)
            LambdaBody(writer, model, lambda, compilation);
        else
            CallEmitter.Body(writer, model.Call, compilation, model.InnerCall, model.Logger ?? "null", Names.NestedClass + ".", model.Parameters, model.ReturnsReadOnlyReference, model.Call.Attributes, model.IsStatic);
        writer.Line();
        writer.Open($"private static partial class {Names.NestedClass}");
        if (model.Lambda is null)
            CallEmitter.Statics(writer, model.Call, compilation, "internal");
        else
            LambdaStatics(writer, model, model.Lambda, compilation);
        writer.Close();
        for (var i = 0; i < container.Declarations.Count; i++)
            writer.Close();
        if (container.Namespace.Length > 0)
            writer.Close();
        return writer.ToString();
    }

    private static void LambdaStatics(CodeWriter writer, WrapperModel model, LambdaModel lambda, CompilationModel compilation)
    {
        var call = model.Call;
        var trigger = lambda.Event switch
        {
            LambdaEvent.Sqs or LambdaEvent.Sns or LambdaEvent.Kinesis => "pubsub",
            LambdaEvent.Http => "http",
            _ => "other",
        };
        writer.Line($"internal static readonly {Names.Library}LambdaHandler {CallEmitter.Operation(call)} = new {Names.Library}LambdaHandler({CallEmitter.Source(compilation)}, {TypeText.Literal(call.OperationName)}, " +
            $"\"{trigger}\", global::Microsoft.Extensions.Logging.LogLevel.{call.SuccessLevel}, {call.EventId}, {TypeText.Literal(call.EventName)});");
    }

    private static void LambdaBody(CodeWriter writer, WrapperModel model, LambdaModel lambda, CompilationModel compilation)
    {
        var requestId = lambda.ContextParameter is { } context ? $"{context} == null ? null : {context}.AwsRequestId" : "null";
        var traceHeader = (compilation.Facts & Facts.LambdaTraceProvider) != 0 ? "global::Amazon.Lambda.Core.LambdaTraceProvider.CurrentTraceId" : "null";
        var carrier = lambda.Event switch
        {
            LambdaEvent.Sqs when (compilation.Facts & Facts.SqsEvents) != 0 => "SqsEventTraceContext",
            LambdaEvent.Sns when (compilation.Facts & Facts.SnsEvents) != 0 => "SnsEventTraceContext",
            LambdaEvent.Kinesis when (compilation.Facts & Facts.KinesisEvents) != 0 => "KinesisEventTraceContext",
            _ => null,
        };
        var links = carrier is null ? "null" : $"{Names.Library}{carrier}.Links({lambda.EventParameter})";
        var parent = lambda switch
        {
            { Event: LambdaEvent.Http } => $"{Names.Library}TraceHeaders.Extract({lambda.EventParameter} == null ? null : {lambda.EventParameter}.Headers)",
            { ContextParameter: { } c } => $"{Names.Library}TraceHeaders.Extract({c} == null || {c}.ClientContext == null ? null : {c}.ClientContext.Custom)",
            _ => "default(global::System.Diagnostics.ActivityContext)",
        };
        var token = model.Call.CancellationParameter is null ? "" : ", " + model.Call.CancellationParameter;
        writer.Open();
        CallEmitter.Observed(
            writer,
            model.Call,
            model.InnerCall,
            $"{Names.NestedClass}.{CallEmitter.Operation(model.Call)}.Start({requestId}, {traceHeader}, {parent}, {links}, {model.Logger ?? "null"}{token})",
            model.Parameters,
            readOnlyReference: false);
        writer.Close();
    }
}
