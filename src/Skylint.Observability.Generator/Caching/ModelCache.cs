using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Skylint.Observability.Generator;

/// <summary>
/// Keeps the model of a node for as long as the node lives. The compiler asks for it again at every edit, wherever that is, because it cannot know what a model depends on; binding
/// a thousand methods each time is what makes a generator slow. It depends on the node and on the compilation's <see cref="Surface"/>.
/// </summary>
/// <typeparam name="TModel">The type of the model.</typeparam>
internal sealed class ModelCache<TModel>
    where TModel : class
{
    private readonly ConditionalWeakTable<SyntaxNode, Entry> _entries = new();

    /// <summary>The model of a node; null when it has none.</summary>
    /// <param name="node">The node.</param>
    /// <param name="compilation">The compilation that it is in.</param>
    /// <param name="parse">Makes the model.</param>
    /// <param name="cancellation">Stops the work.</param>
    public TModel? Get(SyntaxNode node, Compilation compilation, Func<TModel?> parse, CancellationToken cancellation)
    {
        var surface = Surface.Of(compilation, cancellation);
        var entry = _entries.GetOrCreateValue(node);

        // Two runs may get here at once, for two versions of a project; each takes what it needs.
        if (entry.Value is { } known && known.Surface.Equals(surface))
            return known.Model;
        var model = parse();

        // An equal model is the same object as before, so that nobody compares the two again.
        if (entry.Value is { } previous && Equals(previous.Model, model))
            model = previous.Model;
        entry.Value = new Known(surface, model);
        return model;
    }

    private sealed class Entry
    {
        public volatile Known? Value;
    }

    private sealed record Known(Surface Surface, TModel? Model);
}
