namespace Skylint.Observability.Generator;

/// <summary>The events of which a Lambda handler reads the trace context.</summary>
internal enum LambdaEvent
{
    Other,
    Sqs,
    Sns,
    Kinesis,
    Http,
}
