using System.Collections;

namespace Skylint.Cdk.Model;

/// <summary>A list whose length is known and whose values are read when somebody asks for them.</summary>
internal sealed class LazyList(LazyValue[] values) : IReadOnlyList<Value>
{
    public int Count => values.Length;

    public Value this[int index] => values[index].Read();

    public IEnumerator<Value> GetEnumerator() => values.Select(v => v.Read()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
