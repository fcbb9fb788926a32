using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Cdk.Model;

internal sealed partial class Resolver
{
    private sealed partial class Reader
    {
        // Statements that run one way or another, or many times.
        private sealed partial class Flow
        {
            private Value? Branch(IConditionalOperation conditional, Value state)
            {
                var after = Run(conditional.Condition, state);
                if (after is null || _isDone)
                    return after;
                var holds = reader.Condition(conditional.Condition, variable is null ? frame : frame.Here(variable, after));
                var yes = holds == false ? null : Run(conditional.WhenTrue, after);
                var no = holds == true ? null : conditional.WhenFalse is null ? after : Run(conditional.WhenFalse, after);
                return Join(yes, no);
            }

            private Value? Switch(ISwitchOperation @switch, Value state)
            {
                var after = Run(@switch.Value, state);
                _breaks.Push([]);
                Value? end = null;
                var isTotal = false;
                foreach (var @case in @switch.Cases)
                {
                    isTotal |= @case.Clauses.Any(c => c is IDefaultCaseClauseOperation);
                    var inside = after;
                    foreach (var statement in @case.Body)
                        inside = Run(statement, inside);
                    end = Join(end, inside);
                }

                foreach (var broken in _breaks.Pop())
                    end = Join(end, broken);
                return isTotal ? end : Join(end, after);
            }

            private Value? Each(IForEachLoopOperation loop, Value state)
            {
                var after = Run(loop.Collection, state);
                if (after is not null && loop.LoopControlVariable is IVariableDeclaratorOperation declarator && IsVariable(declarator.Symbol))
                {
                    var collection = reader.Read(loop.Collection, frame);
                    var element = collection is ListValue { IsOpen: false, Items.Count: > 0 } list ? Value.Join(list.Items) : UnknownValue.Instance;
                    Run(loop.Body, element);
                    return after;
                }

                after = Repeat(loop.Body, null, after);
                return after is not null && variable is not null && IsReference(loop.Collection) && loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol: var each }
                    ? after.Map(v => v is ListValue list ? list with { Items = [.. list.Items.Select(item => new Flow(reader, frame, each).AfterBody(loop.Body, item))] } : v)
                    : after;
            }

            private Value? Loop(ILoopOperation loop, Value state)
            {
                switch (loop)
                {
                    case IForLoopOperation @for:
                        Value? start = state;
                        foreach (var before in @for.Before)
                            start = Run(before, start);
                        start = Run(@for.Condition, start);
                        return Repeat(@for.Body, @for.AtLoopBottom, start);
                    case IWhileLoopOperation @while:
                        return Repeat(@while.Body, null, Run(@while.Condition, state));
                    default:
                        return Repeat(loop.Body, null, state);
                }
            }

            private Value? Repeat(IOperation body, IReadOnlyList<IOperation>? bottom, Value? state)
            {
                _breaks.Push([]);
                _loops++;
                // The first pass finds what an iteration may leave behind for the next; only the second is recorded.
                var seen = _seen.Count;
                var returned = _returned.Count;
                var end = Bottom(Body(body, state));
                if (end is not null && !ReferenceEquals(end, state))
                {
                    _seen.RemoveRange(seen, _seen.Count - seen);
                    _returned.RemoveRange(returned, _returned.Count - returned);
                    end = Bottom(Body(body, Join(state, end)));
                }

                foreach (var broken in _breaks.Pop())
                    end = Join(end, broken);
                _loops--;
                return Join(state, end);

                Value? Bottom(Value? s)
                {
                    foreach (var operation in bottom ?? [])
                        s = Run(operation, s);
                    return s;
                }
            }

            /// <summary>One run through the body of a loop, to its end or to a <c>continue</c>.</summary>
            private Value? Body(IOperation body, Value? state)
            {
                _continues.Push([]);
                var end = Run(body, state);
                foreach (var continued in _continues.Pop())
                    end = Join(end, continued);
                return end;
            }

            /// <summary>What an element of a collection has become after the loop's body has run for it.</summary>
            private Value AfterBody(IOperation body, Value element)
            {
                Note(body);
                _ends = [];
                _breaks.Push([]);
                var end = Body(body, element);
                foreach (var other in _breaks.Pop().Concat(_ends))
                    end = Join(end, other);
                return _unclear || end is null ? Open(element) : end;
            }

            private Value? Try(ITryOperation attempt, Value state)
            {
                var body = Run(attempt.Body, state);
                var caught = Join(state, body);
                var end = body;
                foreach (var handler in attempt.Catches)
                    end = Join(end, Run(handler.Handler, caught));
                return attempt.Finally is null ? end : Run(attempt.Finally, end ?? caught) is var final && end is null ? null : final;
            }
        }
    }
}
