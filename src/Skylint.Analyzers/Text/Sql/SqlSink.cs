using Microsoft.CodeAnalysis;

namespace Skylint.Text.Sql;

/// <summary>One place where text becomes a statement.</summary>
/// <param name="Family">The interface that runs it.</param>
/// <param name="Text">The expression that gives the text.</param>
/// <param name="Appends">The text is added to text that is there already.</param>
internal sealed record SqlSink(SinkFamily Family, IOperation Text, bool Appends = false);
