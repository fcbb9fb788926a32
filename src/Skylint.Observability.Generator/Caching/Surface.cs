using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Skylint.Observability.Generator;

/// <summary>
/// All of a compilation that a model can depend on: what it declares, references and is compiled as, without what stands in bodies. An edit of a body leaves it as it
/// is, and most edits are edits of bodies. Of two surfaces it can be said which names mean something else in the one than in the other.
/// </summary>
internal sealed class Surface
{
    private static readonly ConditionalWeakTable<Compilation, Surface> s_compilations = new();
    private static readonly ConditionalWeakTable<SyntaxTree, Declarations> s_trees = new();
    private static readonly ConditionalWeakTable<MetadataReference, object> s_references = new();
    private static readonly ContentHash s_noUsings = ContentHash.Of("");
    private static long s_nextReference;

    private readonly ContentHash _settings;
    private readonly Declarations[] _files;
    private readonly ContentHash _hash;
    private volatile Dictionary<string, List<DeclaredType>>? _types;
    private volatile Difference? _last;

    private Surface(ContentHash settings, Declarations[] files)
    {
        _settings = settings;
        _files = files;
        _hash = ContentHash.Of(files.Select(file => file.Hash).Prepend(settings));
    }

    /// <summary>The names in usings that hold for all files.</summary>
    public IEnumerable<string> GlobalNames => _files.Where(file => file.GlobalUsings != s_noUsings).SelectMany(file => file.Usings);

    /// <summary>The surface of a compilation; computed once for each.</summary>
    public static Surface Of(Compilation compilation, CancellationToken cancellation)
    {
        if (s_compilations.TryGetValue(compilation, out var surface))
            return surface;
        var computed = new Surface(Settings(compilation), [.. compilation.SyntaxTrees.Select(tree => Declared(tree, cancellation))]);
        return s_compilations.GetValue(compilation, _ => computed);
    }

    /// <summary>What a file declares.</summary>
    public static Declarations Declared(SyntaxTree tree, CancellationToken cancellation)
    {
        if (s_trees.TryGetValue(tree, out var known))
            return known;
        var declared = Declarations.Of(tree, cancellation);
        return s_trees.GetValue(tree, _ => declared);
    }

    public bool IsSameAs(Surface other) => ReferenceEquals(this, other) || _hash == other._hash;

    /// <summary>The types of a name, in all namespaces and types.</summary>
    public IReadOnlyList<DeclaredType> Types(string name)
    {
        var types = _types;
        if (types is null)
        {
            types = new Dictionary<string, List<DeclaredType>>(StringComparer.Ordinal);
            foreach (var type in _files.SelectMany(file => file.Types))
            {
                foreach (var own in type.Names)
                {
                    if (!types.TryGetValue(own, out var list))
                        types[own] = list = [];
                    list.Add(type);
                }
            }

            _types = types;
        }

        return types.TryGetValue(name, out var found) ? found : [];
    }

    /// <summary>The names that may mean something else here than on an earlier surface; null when that may be any name.</summary>
    public IReadOnlyCollection<string>? ChangedSince(Surface earlier)
    {
        // All models were last read on the same surface, or nearly all.
        if (_last is { } last && last.Earlier.TryGetTarget(out var known) && ReferenceEquals(known, earlier))
            return last.Names;
        var names = Compare(earlier);
        _last = new Difference(new WeakReference<Surface>(earlier), names);
        return names;
    }

    private HashSet<string>? Compare(Surface earlier)
    {
        if (_settings != earlier._settings)
            return null;
        var before = new HashSet<Declarations>(earlier._files);
        var after = new HashSet<Declarations>(_files);
        var removed = earlier._files.Where(file => !after.Contains(file)).ToList();
        var added = _files.Where(file => !before.Contains(file)).ToList();

        // The order of the files is the order of a type's members. A file that is edited stays where it is; otherwise files come, or go.
        var isEdit = removed.Count == added.Count && removed.Select(file => Array.IndexOf(earlier._files, file)).SequenceEqual(added.Select(file => Array.IndexOf(_files, file)));
        if ((!isEdit && removed.Count > 0 && added.Count > 0) || !earlier._files.Where(after.Contains).SequenceEqual(_files.Where(before.Contains)))
            return null;
        if (!GlobalUsings(removed).SequenceEqual(GlobalUsings(added)))
            return null;
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (isEdit)
        {
            for (var i = 0; i < added.Count; i++)
                Edited(removed[i].Types, added[i].Types, names);
        }
        else
        {
            Edited([.. removed.SelectMany(file => file.Types)], [.. added.SelectMany(file => file.Types)], names);
        }

        if (!new HashSet<string>(removed.SelectMany(file => file.Namespaces)).SetEquals(added.SelectMany(file => file.Namespaces)))
        {
            var difference = new HashSet<string>(earlier.Namespaces());
            difference.SymmetricExceptWith(Namespaces());
            names.UnionWith(difference.Select(name => name.Substring(name.LastIndexOf('.') + 1)));
        }

        return names;
    }

    private static IEnumerable<ContentHash> GlobalUsings(IEnumerable<Declarations> files) => files.Select(file => file.GlobalUsings).Where(hash => hash != s_noUsings);

    /// <summary>The names of what stands between the common beginning and the common end of two lists: what was changed, added, removed or put in another place.</summary>
    private static void Edited(IReadOnlyList<DeclaredType> before, IReadOnlyList<DeclaredType> after, HashSet<string> names)
    {
        var start = 0;
        while (start < before.Count && start < after.Count && before[start].Hash == after[start].Hash)
            start++;
        var end = 0;
        while (end < before.Count - start && end < after.Count - start && before[before.Count - 1 - end].Hash == after[after.Count - 1 - end].Hash)
            end++;
        foreach (var type in before.Skip(start).Take(before.Count - start - end).Concat(after.Skip(start).Take(after.Count - start - end)))
            names.UnionWith(type.Names);
    }

    /// <summary>All namespaces, those around others included.</summary>
    private IEnumerable<string> Namespaces()
    {
        foreach (var name in _files.SelectMany(file => file.Namespaces))
        {
            yield return name;
            for (var dot = name.IndexOf('.'); dot >= 0; dot = name.IndexOf('.', dot + 1))
                yield return name.Substring(0, dot);
        }
    }

    private static ContentHash Settings(Compilation compilation)
    {
        // A reference is what it is while it is the same object. A number in its place keeps nothing alive.
        var references = compilation.References.Select(reference => (long)s_references.GetValue(reference, static _ => Interlocked.Increment(ref s_nextReference)));
        return ContentHash.Of($"{compilation.AssemblyName}\n{compilation.Options.OutputKind}\n{compilation.Options.NullableContextOptions}\n{string.Join(" ", references)}");
    }

    private sealed record Difference(WeakReference<Surface> Earlier, IReadOnlyCollection<string>? Names);
}
