namespace Skylint.Observability.Generator;

/// <summary>What the compilation offers to generated code.</summary>
[Flags]
internal enum Facts
{
    None = 0,
    Program = 1,
    DependencyInjection = 1 << 1,
    TrimAnnotations = 1 << 2,
    ConsoleFormatter = 1 << 3,
    OpenTelemetry = 1 << 4,
    Sqs = 1 << 5,
    SqsSystemAttributeNames = 1 << 6,
    Sns = 1 << 7,
    SnsBatch = 1 << 8,
    EventBridge = 1 << 9,
    EventBridgeTraceHeader = 1 << 10,
    Kinesis = 1 << 11,
    LambdaInvoke = 1 << 12,
    SqsEvents = 1 << 13,
    SnsEvents = 1 << 14,
    KinesisEvents = 1 << 15,
    LambdaTraceProvider = 1 << 16,
    ModuleInitializer = 1 << 17,
    Library = 1 << 18,
}
