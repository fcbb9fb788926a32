using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Skylint.Text;

/// <summary>
/// What may depend on itself: variables in loops, methods that call each other, members that are made from each other. Each is
/// evaluated once; inside itself it counts as what is known of it so far.
/// </summary>
internal sealed partial class TextEvaluator
{
    private const int MaxRounds = 5;

    private readonly Dictionary<(object, Frame), TextValue> _known = [];
    private readonly Dictionary<(object, Frame), int> _underway = [];
    private readonly ConcurrentDictionary<ISymbol, TextValue> _answers = model.Answers(sanitizers);

    // Members in a circle: those that are being asked about, what is known of each so far, and the values of this round.
    private readonly Dictionary<ISymbol, int> _asked = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, TextValue> _soFar = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, (TextValue Value, int CutBy)> _round = new(SymbolEqualityComparer.Default);
    private readonly List<ISymbol> _trail = [];
    private bool _grew;

    private int _depth;

    // The outermost evaluation that the current one was cut short by: int.MaxValue while it is complete.
    private int _cutBy = int.MaxValue;

    /// <summary>Evaluates what may depend on itself: a second entry gives nothing, and what was cut short by that is kept only where it is complete.</summary>
    private TextValue Once(object what, Frame frame, Func<TextValue> evaluate, bool isKept = true)
    {
        var key = (what, frame);
        if (_known.TryGetValue(key, out var known))
            return known;
        if (_underway.TryGetValue(key, out var entered))
        {
            _cutBy = Math.Min(_cutBy, entered);
            return TextValue.Empty;
        }

        var outer = _cutBy;
        var mark = _trail.Count;
        var depth = _depth++;
        _cutBy = int.MaxValue;
        _underway.Add(key, depth);
        var value = evaluate();
        _underway.Remove(key);
        _depth--;
        var isComplete = _cutBy >= depth;
        if (isComplete && isKept && !GaveUp)
            _known[key] = value;
        if (isComplete)
            Forget(mark);
        _cutBy = isComplete ? outer : Math.Min(outer, _cutBy);
        return value;
    }

    /// <summary>
    /// The value of a member or parameter that is the same whoever asks: worked out once for the compilation, with a budget that does
    /// not depend on who asks first. Members in a circle are worked out together, in rounds, until nothing is added.
    /// </summary>
    private TextValue Shared(ISymbol symbol, Func<TextValue> evaluate)
    {
        if (_answers.TryGetValue(symbol, out var answer))
        {
            if (answer == TextValue.TooMuch)
                _left = -1;
            return answer;
        }

        if (_round.TryGetValue(symbol, out var preliminary))
        {
            _cutBy = Math.Min(_cutBy, preliminary.CutBy);
            return preliminary.Value;
        }

        if (_asked.TryGetValue(symbol, out var entered))
        {
            _cutBy = Math.Min(_cutBy, entered);
            return SoFar(symbol);
        }

        var (left, outer, mark, depth, grewBefore, approximates) = (_left, _cutBy, _trail.Count, _depth++, _grew, _approximates);
        _left = Budget;
        // What is kept for all must not depend on how the first of them asked.
        _approximates = false;
        _asked.Add(symbol, depth);
        var value = TextValue.Empty;
        for (var round = 0; round < MaxRounds; round++)
        {
            _cutBy = int.MaxValue;
            _grew = false;
            value = evaluate();
            if (value.Fragments.Count > SoFar(symbol).Fragments.Count)
            {
                _soFar[symbol] = value;
                _grew = true;
            }

            // Another round only where the circle begins, and only if there is one.
            if (_cutBy != depth || !_grew || GaveUp)
                break;
            Forget(mark);
        }

        _asked.Remove(symbol);
        _approximates = approximates;
        _depth--;
        _grew |= grewBefore;
        var isComplete = _cutBy >= depth;
        if (GaveUp)
        {
            // How deep it stood says something about who asked, not about the question.
            if (!_tooDeep)
                _answers.TryAdd(symbol, TextValue.TooMuch);
            return TextValue.Empty;
        }

        _left = left;
        if (isComplete)
        {
            for (var i = mark; i < _trail.Count; i++)
                _answers.TryAdd(_trail[i], _round[_trail[i]].Value);
            Forget(mark);
            _answers.TryAdd(symbol, value);
        }
        else
        {
            _round[symbol] = (value, _cutBy);
            _trail.Add(symbol);
        }

        _cutBy = isComplete ? outer : Math.Min(outer, _cutBy);
        return value;
    }

    private TextValue SoFar(ISymbol symbol) => _soFar.TryGetValue(symbol, out var value) ? value : TextValue.Empty;

    private void Forget(int mark)
    {
        for (var i = _trail.Count - 1; i >= mark; i--)
            _round.Remove(_trail[i]);
        _trail.RemoveRange(mark, _trail.Count - mark);
    }
}
