using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Cdk.Model;

/// <summary>One thing that the code does with a construct after creating it.</summary>
/// <param name="Operation">A call on it, a call or creation that it is passed to, a write to one of its properties, or a read of one.</param>
/// <param name="Member">The method or property concerned.</param>
/// <param name="IsConditional">True when it happens only in some branch.</param>
internal sealed record Usage(IOperation Operation, ISymbol? Member, bool IsConditional)
{
    /// <summary>The creations and calls of which the construct, or an attribute of it, is a part, from the inside out.</summary>
    public IEnumerable<IOperation> Around()
    {
        for (var at = Operation; at is not null; at = at.Parent)
        {
            if (at is IObjectCreationOperation or IInvocationOperation)
                yield return at;
            if (at is IBlockOperation or IAnonymousFunctionOperation)
                yield break;
        }
    }
}
