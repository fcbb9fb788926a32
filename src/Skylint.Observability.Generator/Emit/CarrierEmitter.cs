namespace Skylint.Observability.Generator;

/// <summary>A file of carriers: extension methods that put a trace context into messages or take it out, for one AWS package.</summary>
/// <param name="Fact">What must be referenced.</param>
/// <param name="Class">The name of the class, which is the name of the file too.</param>
/// <param name="Write">Writes the class's text.</param>
internal sealed record CarrierEmitter(Facts Fact, string Class, Func<CompilationModel, string> Write)
{
    public static readonly IReadOnlyList<CarrierEmitter> All =
    [
        new(Facts.Sqs, "SqsTraceContext", SqsCarrier.Client),
        new(Facts.SqsEvents, "SqsEventTraceContext", SqsCarrier.Events),
        new(Facts.Sns, "SnsTraceContext", SnsCarrier.Client),
        new(Facts.SnsEvents, "SnsEventTraceContext", SnsCarrier.Events),
        new(Facts.EventBridge, "EventBridgeTraceContext", EventBridgeCarrier.Client),
        new(Facts.Kinesis, "KinesisTraceContext", KinesisCarrier.Client),
        new(Facts.KinesisEvents, "KinesisEventTraceContext", KinesisCarrier.Events),
        new(Facts.LambdaInvoke, "LambdaInvokeTraceContext", LambdaInvokeCarrier.Client),
    ];

    public string Emit(CompilationModel compilation)
    {
        var text = Write(compilation)
            .Replace("%Source%", CallEmitter.Source(compilation))
            .Replace("%?%", compilation.LanguageVersion >= 800 ? "?" : "")
            .Replace("%ILogger%", Names.Logger + (compilation.LanguageVersion >= 800 ? "?" : ""));
        return CodeWriter.File(compilation).Open("namespace Skylint.Observability").Block(text).Close().ToString();
    }
}
