using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Skylint.Observability.Generator;

/// <summary>
/// Keeps the model of a node for as long as the node lives. The compiler asks for it again at every edit, wherever that is, because it cannot know what a model depends on; binding
/// a thousand methods each time is what makes a generator slow. It depends on the node and, of the compilation's <see cref="Surface"/>, on what its names can mean.
/// </summary>
/// <typeparam name="TModel">The type of the model.</typeparam>
internal sealed class ModelCache<TModel>
    where TModel : class
{
    private readonly ConditionalWeakTable<SyntaxNode, Entry> _entries = new();

    /// <summary>The model of a node; null when it has none.</summary>
    /// <param name="node">The node.</param>
    /// <param name="compilation">The compilation that it is in.</param>
    /// <param name="names">The names that <paramref name="parse"/> asks for beside those that are written.</param>
    /// <param name="parse">Makes the model.</param>
    /// <param name="cancellation">Stops the work.</param>
    public TModel? Get(SyntaxNode node, Compilation compilation, Func<IEnumerable<string>> names, Func<TModel?> parse, CancellationToken cancellation)
    {
        var surface = Surface.Of(compilation, cancellation);
        var entry = _entries.GetOrCreateValue(node);

        // Two runs may get here at once, for two versions of a project; each takes what it needs.
        var known = entry.Value;
        if (known is not null && known.Surface.IsSameAs(surface))
            return known.Model;
        if (known is { Names: { } own } && surface.ChangedSince(known.Surface) is { } changed && !changed.Any(own.Contains))
        {
            entry.Value = known with { Surface = surface };
            return known.Model;
        }

        var model = parse();

        // An equal model is the same object as before, so that nobody compares the two again.
        if (known is not null && Equals(known.Model, model))
            model = known.Model;
        entry.Value = new Known(surface, model, Dependencies.Of(node, surface, names(), cancellation));
        return model;
    }

    private sealed class Entry
    {
        public volatile Known? Value;
    }

    private sealed record Known(Surface Surface, TModel? Model, HashSet<string>? Names);
}
