using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Skylint.Observability.Generator;

/// <summary>
/// The names that a model depends on. Whatever it is read from is a declaration, and got there by a name: in the node, in the types around it and their other parts, in a using, or in
/// another declaration that one of those names led to. So the names of all of these, without asking what each means, are all that can matter; a change of what none of them can
/// mean changes no model.
/// </summary>
internal static class Dependencies
{
    // A model that half of a program has a part in is read anew whenever something is declared, rather than remembering as much.
    private const int MaxNames = 4_000;

    /// <summary>The names; null when they are too many.</summary>
    /// <param name="node">The node that the model is read from.</param>
    /// <param name="surface">The compilation's surface.</param>
    /// <param name="more">Names that the parser asks for by itself.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static HashSet<string>? Of(SyntaxNode node, Surface surface, IEnumerable<string> more, CancellationToken cancellation)
    {
        var text = new TokenText(cancellation);
        text.Visit(node);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string>(text.Identifiers
            .Concat(more)
            .Concat(surface.GlobalNames)
            .Concat(Surface.Declared(node.SyntaxTree, cancellation).Usings)
            .Concat(node.Ancestors().OfType<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.ValueText)));
        while (pending.Count > 0)
        {
            var name = pending.Pop();
            if (!names.Add(name))
                continue;
            if (names.Count > MaxNames)
                return null;
            foreach (var type in surface.Types(name))
            {
                foreach (var use in type.Uses)
                    pending.Push(use);
            }

            // An attribute is named without its ending.
            pending.Push(name.EndsWith("Attribute", StringComparison.Ordinal) ? name : name + "Attribute");
        }

        return names;
    }
}
