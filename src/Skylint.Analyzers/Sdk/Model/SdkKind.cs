namespace Skylint.Sdk.Model;

/// <summary>What a type is to the AWS SDK.</summary>
internal enum SdkKind
{
    /// <summary>Not the SDK's.</summary>
    None,

    /// <summary>A service client, its interface, or a class of the compilation's own that implements one.</summary>
    Client,

    /// <summary>A client configuration.</summary>
    Config,

    Request,

    Response,

    /// <summary>A model type that requests and responses are made of.</summary>
    Part,

    Exception,
}
