using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Skylint.Observability.Generator;

/// <summary>
/// A hash of all of a compilation that a model can depend on: what it declares, references and is compiled as, without what stands in bodies. An edit of a body leaves it as it
/// is, and most edits are edits of bodies.
/// </summary>
internal readonly struct Surface : IEquatable<Surface>
{
    private static readonly ConditionalWeakTable<Compilation, Box> s_compilations = new();
    private static readonly ConditionalWeakTable<SyntaxTree, byte[]> s_trees = new();
    private static readonly ConditionalWeakTable<MetadataReference, Box> s_references = new();
    private static long s_nextReference;

    private readonly ulong _a;
    private readonly ulong _b;

    private Surface(ulong a, ulong b)
    {
        _a = a;
        _b = b;
    }

    /// <summary>The surface of a compilation; computed once for each.</summary>
    public static Surface Of(Compilation compilation, CancellationToken cancellation)
    {
        if (!s_compilations.TryGetValue(compilation, out var box))
            box = s_compilations.GetValue(compilation, c => new Box(Compute(c, cancellation)));
        return box.Surface;
    }

    public bool Equals(Surface other) => _a == other._a && _b == other._b;

    public override bool Equals(object? obj) => obj is Surface other && Equals(other);

    public override int GetHashCode() => _a.GetHashCode();

    private static Surface Compute(Compilation compilation, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        Write(bytes, Encoding.UTF8.GetBytes(compilation.AssemblyName ?? ""));
        bytes.WriteByte((byte)compilation.Options.OutputKind);
        bytes.WriteByte((byte)compilation.Options.NullableContextOptions);

        // A reference is what it is while it is the same object. A number in its place keeps nothing alive.
        foreach (var reference in compilation.References)
            Write(bytes, BitConverter.GetBytes(s_references.GetValue(reference, _ => new Box(new Surface((ulong)Interlocked.Increment(ref s_nextReference), 0))).Surface._a));
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (!s_trees.TryGetValue(tree, out var hash))
            {
                hash = Declarations.Hash(tree, cancellation);
                hash = s_trees.GetValue(tree, _ => hash);
            }

            bytes.Write(hash, 0, hash.Length);
        }

        using var sha = SHA256.Create();
        var all = sha.ComputeHash(bytes.GetBuffer(), 0, (int)bytes.Length);
        return new Surface(BitConverter.ToUInt64(all, 0), BitConverter.ToUInt64(all, 8));
    }

    private static void Write(MemoryStream stream, byte[] bytes)
    {
        stream.Write(bytes, 0, bytes.Length);
        stream.WriteByte(0);
    }

    private sealed class Box(Surface surface)
    {
        public Surface Surface => surface;
    }
}
