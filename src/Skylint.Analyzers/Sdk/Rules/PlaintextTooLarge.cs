using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>More data than the key service encrypts itself.</summary>
internal sealed class PlaintextTooLarge : SettingRule
{
    /// <summary>The most bytes that Encrypt takes; with asymmetric keys it is less.</summary>
    private const long Most = 4096;

    public override Rule Rule { get; } = new()
    {
        Id = "SKY2084",
        Key = "kms-plaintext-lifetime-and-size",
        Title = "Data is too large for KMS to encrypt",
        Message = "'Encrypt' takes 4096 bytes at most, and this is {0}; ask 'GenerateDataKey' for a key and encrypt the data with it",
        Why = "KMS encrypts keys and passwords. Anything larger is refused; it is encrypted in the program with a data key, which is stored in its encrypted form beside the data.",
        Category = Category.Security,
        Level = Level.Warning,
        NoFix = "Data that is encrypted with a key of its own needs a format for both.",
        References = new() { Links = ["https://docs.aws.amazon.com/kms/latest/APIReference/API_Encrypt.html", "https://docs.aws.amazon.com/kms/latest/developerguide/data-keys.html"] },
    };

    public override bool IsQuietInTests => true;

    protected override IReadOnlyList<string> Properties => ["Plaintext"];

    protected override SettingFinding? Judge(SdkRun run, OperationAnalysisContext context, PropertySet set) =>
        AwsSdk.IsNamed(set.Property.ContainingType, "Amazon.KeyManagementService.Model", "EncryptRequest") && SizeOf(set.Value) is { } size && size > Most
            ? new SettingFinding(null, size.ToString(CultureInfo.InvariantCulture))
            : null;

    /// <summary>The number of bytes where the code shows it: of a new array, of random bytes, of a constant text.</summary>
    private static long? SizeOf(IOperation value)
    {
        value = value.Unwrapped();
        switch (value)
        {
            case ILocalReferenceOperation local:
                return BodyIndex.Of(local).SingleValue(local.Local) is { } single ? SizeOf(single) : null;
            // Of the other constructors one takes a part of an array, and one a capacity.
            case IObjectCreationOperation { Type.Name: "MemoryStream", Arguments: { Length: 1 } arguments } when arguments[0].Value.Type is IArrayTypeSymbol:
                return SizeOf(arguments[0].Value);
            case IArrayCreationOperation { DimensionSizes: { Length: 1 } sizes } when sizes[0].TryGetInteger(out var length):
                return length;
            case IInvocationOperation { TargetMethod: { Name: "GetBytes", IsStatic: true, ContainingType: var owner }, Arguments: { Length: 1 } arguments } when AwsSdk.IsNamed(owner, "System.Security.Cryptography", "RandomNumberGenerator") && arguments[0].Value.TryGetInteger(out var count):
                return count;
            case IInvocationOperation { TargetMethod.Name: "GetBytes", Instance: { } encoding, Arguments: { Length: 1 } arguments } when encoding.StaticMember()?.Name is "UTF8" or "ASCII" && arguments[0].Value.Text() is { } text:
                return Encoding.UTF8.GetByteCount(text);
            default:
                return null;
        }
    }
}
