using System.Security.Cryptography;
using System.Text;

namespace Skylint.Observability.Generator;

/// <summary>The first half of a SHA-256: long enough that two contents never share one by chance.</summary>
internal readonly record struct ContentHash(ulong A, ulong B)
{
    public static ContentHash Of(string text)
    {
        using var sha = SHA256.Create();
        return From(sha.ComputeHash(Encoding.Unicode.GetBytes(text)));
    }

    public static ContentHash Of(IEnumerable<ContentHash> parts)
    {
        using var bytes = new MemoryStream();
        foreach (var part in parts)
        {
            bytes.Write(BitConverter.GetBytes(part.A), 0, sizeof(ulong));
            bytes.Write(BitConverter.GetBytes(part.B), 0, sizeof(ulong));
        }

        using var sha = SHA256.Create();
        return From(sha.ComputeHash(bytes.GetBuffer(), 0, (int)bytes.Length));
    }

    private static ContentHash From(byte[] hash) => new(BitConverter.ToUInt64(hash, 0), BitConverter.ToUInt64(hash, 8));
}
