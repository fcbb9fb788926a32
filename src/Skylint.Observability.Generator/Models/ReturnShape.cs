namespace Skylint.Observability.Generator;

/// <summary>What a method gives back, as far as it decides how the call is observed.</summary>
internal enum ReturnShape
{
    Nothing,
    Value,
    Reference,
    RefStruct,
    Awaitable,
    Stream,
}
