using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using Skylint.Syntax;

namespace Skylint.Text;

/// <summary>
/// Checks that stand before a use: after <c>if (!allowed.Contains(x)) throw</c> and inside <c>if (x is "a" or "b")</c>, x holds one of the
/// allowed texts. Read from the syntax around the use, by dominance of statements; a write between the check and the use ends it.
/// </summary>
internal sealed partial class TextEvaluator
{
    private TextValue Guarded(IOperation reference, TextValue value, Frame frame)
    {
        if (value.Provenance < Provenance.Unknown || GaveUp || PathOf(reference) is not { } path)
            return value;
        return FindGuard(reference, path, frame) is { } cap ? value.AtMost(cap) : value;
    }

    /// <summary>What a reference names, comparable with another: the variable and the members read from it.</summary>
    private static string? PathOf(IOperation? operation)
    {
        while (operation is IConversionOperation or IParenthesizedOperation)
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)operation).Operand;
        return operation switch
        {
            ILocalReferenceOperation local => "l:" + local.Local.Name,
            IParameterReferenceOperation parameter => "p:" + parameter.Parameter.Name,
            IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => "f:" + field.Field.Name,
            IFieldReferenceOperation field => PathOf(field.Instance) is { } inner ? inner + "." + field.Field.Name : null,
            IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation } property => "f:" + property.Property.Name,
            IPropertyReferenceOperation { Arguments.Length: 0 } property => PathOf(property.Instance) is { } inner ? inner + "." + property.Property.Name : null,
            _ => null,
        };
    }

    private Provenance? FindGuard(IOperation reference, string path, Frame frame)
    {
        var semantic = reference.SemanticModel;
        if (semantic is null)
            return null;
        var names = NameIndex.Of(reference.Syntax.SyntaxTree);
        var name = path.Substring(Math.Max(path.LastIndexOf('.'), path.IndexOf(':')) + 1);
        SyntaxNode child = reference.Syntax;
        for (var node = child.Parent; node is not null; child = node, node = node.Parent)
        {
            var cap = node switch
            {
                IfStatementSyntax @if when child == @if.Statement => Test(@if.Condition, true),
                IfStatementSyntax @if when child == @if.Else => Test(@if.Condition, false),
                ConditionalExpressionSyntax conditional when child == conditional.WhenTrue => Test(conditional.Condition, true),
                ConditionalExpressionSyntax conditional when child == conditional.WhenFalse => Test(conditional.Condition, false),
                WhileStatementSyntax @while when child == @while.Statement => Test(@while.Condition, true),
                SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax @switch } arm when child == arm.Expression && Names(@switch.GoverningExpression) && IsConstantPattern(arm.Pattern) => Provenance.Fixed,
                SwitchSectionSyntax { Parent: SwitchStatementSyntax @switch } section when Names(@switch.Expression) && section.Labels.All(IsConstantLabel) => Provenance.Fixed,
                BlockSyntax { Statements.Count: > 0 } block => Before(block.Statements[0], child),
                SwitchSectionSyntax { Statements.Count: > 0 } section => Before(section.Statements[0], child),
                CompilationUnitSyntax unit when child is GlobalStatementSyntax => Before(unit.Members.First(m => m is GlobalStatementSyntax), child),
                _ => null,
            };
            if (cap is not null)
                return cap;
            if (node is MemberDeclarationSyntax and not GlobalStatementSyntax)
                return null;
        }

        return null;

        bool Names(ExpressionSyntax expression) => PathOf(semantic.GetOperation(expression, cancellationToken)) == path;

        Provenance? Test(ExpressionSyntax condition, bool holds) =>
            Mentions(condition) || IsAnswer(condition) && !IsWrittenBefore(condition) ? Implied(semantic.GetOperation(condition, cancellationToken), path, holds, frame) : null;

        // Cheap first: a condition that does not name the variable is not bound.
        bool Mentions(SyntaxNode condition) => names.Occurs(name, condition.Span);

        // `if (isAllowed)`, where the answer was found out before.
        static bool IsAnswer(ExpressionSyntax condition) => condition is IdentifierNameSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: IdentifierNameSyntax };

        // Between question and answer it may have become something else.
        bool IsWrittenBefore(SyntaxNode condition) => condition.FirstAncestorOrSelf<MemberDeclarationSyntax>(m => m is not GlobalStatementSyntax) is { } member
            && names.Occurrences(name, TextSpan.FromBounds(member.SpanStart, condition.SpanStart)).Any(mention => mention.FirstAncestorOrSelf<AssignmentExpressionSyntax>()?.Left.Span.Contains(mention.Span) == true);

        // The statements before the one at hand that name the variable.
        IEnumerable<StatementSyntax> Naming(string name, SyntaxNode first, SyntaxNode until)
        {
            var behind = -1;
            foreach (var mention in names.Occurrences(name, TextSpan.FromBounds(first.SpanStart, until.SpanStart)))
            {
                if (mention.SpanStart < behind)
                    continue;
                if (!Spend(1))
                    yield break;
                SyntaxNode statement = mention;
                while (statement.Parent != first.Parent && statement.Parent is not GlobalStatementSyntax && statement.Parent is not null)
                    statement = statement.Parent;
                behind = statement.Span.End;
                if (statement is StatementSyntax found)
                    yield return found;
            }
        }

        Provenance? Before(SyntaxNode first, SyntaxNode until)
        {
            Provenance? cap = null;
            foreach (var statement in Naming(name, first, until))
            {
                switch (statement)
                {
                    case IfStatementSyntax { Else: null } @if when Leaves(@if.Statement):
                        cap = Test(@if.Condition, false) ?? cap;
                        break;
                    // if (s is not ("asc" or "desc")) s = "asc";
                    case IfStatementSyntax { Else: null } @if when Writes(@if.Statement):
                        cap = Replacement(@if.Statement) is { } replaced && Test(@if.Condition, false) is { } kept ? (replaced > kept ? replaced : kept) : null;
                        break;
                    case ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } when call.ArgumentList.Arguments.Count > 0:
                        cap = Asserted(semantic.GetOperation(call, cancellationToken) as IInvocationOperation, path, frame) ?? cap;
                        break;
                    case LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } declared } when declared[0].Initializer is not null:
                        cap = Answered(declared[0].Identifier.ValueText, statement, until) ?? cap;
                        break;
                    default:
                        if (Writes(statement))
                            cap = null;
                        break;
                }
            }

            return cap;
        }

        // var isAllowed = allowed.Contains(s); if (!isAllowed) return;
        Provenance? Answered(string answer, SyntaxNode asked, SyntaxNode until) => Naming(answer, asked, until)
            .Select(statement => statement is IfStatementSyntax { Else: null } @if && IsAnswer(@if.Condition) && Leaves(@if.Statement) ? Implied(semantic.GetOperation(@if.Condition, cancellationToken), path, false, frame) : null)
            .FirstOrDefault(cap => cap is not null);

        // What is written there in place of the text; null when that is not a fixed text.
        Provenance? Replacement(StatementSyntax statement)
        {
            var most = Provenance.Fixed;
            foreach (var assignment in statement.DescendantNodesAndSelf().OfType<AssignmentExpressionSyntax>().Where(a => Mentions(a.Left)))
            {
                if (FixedOther(semantic.GetOperation(assignment.Right, cancellationToken)!, frame) is not { } written)
                    return null;
                most = written > most ? written : most;
            }

            return most;
        }

        bool Writes(SyntaxNode statement) => statement.DescendantNodesAndSelf().OfType<AssignmentExpressionSyntax>().Any(a => Mentions(a.Left));
    }

    private static bool Leaves(StatementSyntax statement) => statement switch
    {
        BlockSyntax block => block.Statements.Count > 0 && Leaves(block.Statements[block.Statements.Count - 1]),
        ThrowStatementSyntax or ReturnStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax => true,
        YieldStatementSyntax yield => yield.IsKind(SyntaxKind.YieldBreakStatement),
        _ => false,
    };

    private static bool IsConstantPattern(PatternSyntax pattern) => pattern switch
    {
        ConstantPatternSyntax => true,
        BinaryPatternSyntax binary => binary.IsKind(SyntaxKind.OrPattern) && IsConstantPattern(binary.Left) && IsConstantPattern(binary.Right),
        ParenthesizedPatternSyntax parenthesized => IsConstantPattern(parenthesized.Pattern),
        _ => false,
    };

    private static bool IsConstantLabel(SwitchLabelSyntax label) => label switch
    {
        CaseSwitchLabelSyntax => true,
        CasePatternSwitchLabelSyntax pattern => IsConstantPattern(pattern.Pattern),
        _ => false,
    };

    /// <summary>What the condition, being true or false, says about the text at the path; null when nothing.</summary>
    private Provenance? Implied(IOperation? condition, string path, bool holds, Frame frame)
    {
        switch (condition)
        {
            case IParenthesizedOperation parenthesized:
                return Implied(parenthesized.Operand, path, holds, frame);
            case IConversionOperation conversion:
                return Implied(conversion.Operand, path, holds, frame);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Implied(not.Operand, path, !holds, frame);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } binary:
                var left = Implied(binary.LeftOperand, path, holds, frame);
                var right = Implied(binary.RightOperand, path, holds, frame);
                if (holds == (binary.OperatorKind == BinaryOperatorKind.ConditionalAnd))
                    return left is null ? right : right is null || left < right ? left : right;
                return left is null || right is null ? null : left > right ? left : right;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equals when holds:
                return PathOf(equals.LeftOperand) == path ? FixedOther(equals.RightOperand, frame) : PathOf(equals.RightOperand) == path ? FixedOther(equals.LeftOperand, frame) : null;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } differs when !holds:
                return PathOf(differs.LeftOperand) == path ? FixedOther(differs.RightOperand, frame) : PathOf(differs.RightOperand) == path ? FixedOther(differs.LeftOperand, frame) : null;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.LessThan, LeftOperand: IInvocationOperation { TargetMethod.Name: "IndexOf" } index } comparison:
                return holds == (comparison.OperatorKind != BinaryOperatorKind.LessThan) ? Member(index, path, frame) : null;
            case IIsPatternOperation { Pattern: INegatedPatternOperation negated } test when PathOf(test.Value) == path:
                return !holds && IsConstantPattern(negated.Pattern) ? Provenance.Fixed : null;
            case IIsPatternOperation test when PathOf(test.Value) == path:
                return holds && IsConstantPattern(test.Pattern) ? Provenance.Fixed : null;
            case IInvocationOperation call when holds:
                return Member(call, path, frame);
            // var isAllowed = allowed.Contains(s);
            case ILocalReferenceOperation { Type.SpecialType: SpecialType.System_Boolean } answer when model.BodyOf(answer).Definitions(answer.Local) is { Count: 1 } definitions
                && definitions[0].Value is { } asked && asked is not ILocalReferenceOperation:
                return Implied(asked, path, holds, frame);
            default:
                return null;
        }
    }

    /// <summary>What a filter says about the elements that it lets pass; null when nothing.</summary>
    private Provenance? Accepted(IOperation filter, Frame frame)
    {
        while (filter is IConversionOperation or IDelegateCreationOperation)
            filter = filter is IConversionOperation conversion ? conversion.Operand : ((IDelegateCreationOperation)filter).Target;
        switch (filter)
        {
            case IAnonymousFunctionOperation { Symbol.Parameters.Length: > 0 } lambda when model.BodyOf(lambda).ReturnsOf(lambda) is { Count: 1 } returns:
                return Implied(returns[0].ReturnedValue, "p:" + lambda.Symbol.Parameters[0].Name, true, frame);
            case IMethodReferenceOperation { Method.Name: "Contains" or "ContainsKey", Instance: { } set } when set.Type?.SpecialType != SpecialType.System_String:
                return (EvaluateKeys(set, frame) ?? Evaluate(set, frame)) is { Provenance: <= Provenance.Inert } allowed ? allowed.Provenance : null;
            case IMethodReferenceOperation { Method: { Parameters.Length: 1 } method } when frame.Depth < MaxDepth && BodyOf(method) is { } body && model.BodyOf(body).ReturnsOf(body) is { Count: 1 } answers:
                return Implied(answers[0].ReturnedValue, "p:" + method.OriginalDefinition.Parameters[0].Name, true, frame.Enter([]));
            default:
                return null;
        }
    }

    private Provenance? FixedOther(IOperation other, Frame frame) =>
        other.ConstantValue is { HasValue: true, Value: null } ? null : Evaluate(other, frame) is { Provenance: <= Provenance.Inert } value && value.Fragments.Count > 0 ? value.Provenance : null;

    private static bool IsConstantPattern(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation => true,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } binary => IsConstantPattern(binary.LeftPattern) && IsConstantPattern(binary.RightPattern),
        _ => false,
    };

    /// <summary>A call that answers true only for allowed texts.</summary>
    private Provenance? Member(IInvocationOperation call, string path, Frame frame)
    {
        var tested = call.Arguments.FirstOrDefault(a => PathOf(a.Value) == path);
        switch (call.TargetMethod.Name)
        {
            case "Contains" or "ContainsKey" or "TryGetValue" or "Exists" or "IndexOf" or "BinarySearch" when tested is not null:
                var set = call.Instance ?? call.Arguments[0].Value;
                if (set.Type?.SpecialType == SpecialType.System_String || PathOf(set) == path)
                    return null;
                var keys = EvaluateKeys(set, frame);
                var value = keys ?? Evaluate(set, frame);
                return value.Provenance <= Provenance.Inert ? value.Provenance : null;
            case "Equals":
                var other = tested is null ? (PathOf(call.Instance) == path ? call.Arguments.FirstOrDefault()?.Value : null) : call.Instance ?? call.Arguments.FirstOrDefault(a => a != tested)?.Value;
                return other is null ? null : FixedOther(other, frame);
            case "Any" when call.Arguments.Length == 2 && IsComparison(call.Arguments[1].Value, path):
                return Evaluate(call.Arguments[0].Value, frame) is { Provenance: <= Provenance.Inert } any ? any.Provenance : null;
            case "All" when call.Arguments.Length == 2 && tested == call.Arguments[0]:
                return IsCharacterTest(call.Arguments[1].Value) ? Provenance.Inert : null;
            case "IsMatch" when model.Library.KindOf(call.TargetMethod.ContainingType) == LibraryKind.Regex && tested is not null:
                return PatternOf(call, frame) is { } pattern && SafePatterns.AllowsOnlyNames(pattern) ? Provenance.Inert : null;
            case "TryParse" or "TryParseExact" or "IsDefined" when tested is not null && (call.TargetMethod.ContainingType.SpecialType == SpecialType.System_Enum || model.Library.IsInert(call.TargetMethod.ContainingType)):
                return Provenance.Inert;
        }

        // A predicate of the program's own: what its only return says.
        if (tested?.Parameter is { } parameter && frame.Depth < MaxDepth && BodyOf(call.TargetMethod) is { } body)
        {
            var returns = model.BodyOf(body).ReturnsOf(body);
            if (returns.Count == 1)
                return Implied(returns[0].ReturnedValue, "p:" + call.TargetMethod.OriginalDefinition.Parameters[parameter.Ordinal].Name, true, frame.Enter([]));
        }

        return null;
    }

    /// <summary>A call as a statement that throws unless its argument is allowed.</summary>
    private Provenance? Asserted(IInvocationOperation? call, string path, Frame frame)
    {
        var tested = call?.Arguments.FirstOrDefault(a => PathOf(a.Value) == path);
        if (tested?.Parameter is not { } parameter || frame.Depth >= MaxDepth || BodyOf(call!.TargetMethod) is not { } body)
            return null;
        var name = "p:" + call.TargetMethod.OriginalDefinition.Parameters[parameter.Ordinal].Name;
        foreach (var conditional in body.Descendants().OfType<IConditionalOperation>())
        {
            if (conditional.Syntax is IfStatementSyntax { Else: null, Parent: BlockSyntax { Parent: BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax } } @if && Throws(@if.Statement)
                && Implied(conditional.Condition, name, false, frame.Enter([])) is { } cap)
                return cap;
        }

        return null;
    }

    private static bool Throws(StatementSyntax statement) => statement is ThrowStatementSyntax || (statement is BlockSyntax { Statements.Count: > 0 } block && block.Statements.Last() is ThrowStatementSyntax);

    private static bool IsComparison(IOperation function, string path) =>
        function.Descendants().OfType<IBinaryOperation>().Any(b => b.OperatorKind == BinaryOperatorKind.Equals && (PathOf(b.LeftOperand) == path || PathOf(b.RightOperand) == path))
        || function.Descendants().OfType<IInvocationOperation>().Any(c => c.TargetMethod.Name == "Equals" && c.Arguments.Any(a => PathOf(a.Value) == path));

    private static bool IsCharacterTest(IOperation function)
    {
        var calls = function.DescendantsAndSelf().Select(o => (o as IInvocationOperation)?.TargetMethod ?? (o as IMethodReferenceOperation)?.Method).Where(m => m is not null).ToList();
        return calls.Count > 0
            && calls.All(m => m!.ContainingType.SpecialType == SpecialType.System_Char && m.Name is "IsLetterOrDigit" or "IsLetter" or "IsDigit" or "IsAsciiLetterOrDigit" or "IsAsciiLetter" or "IsAsciiDigit" or "IsNumber" or "IsAsciiHexDigit")
            && !function.Descendants().OfType<IUnaryOperation>().Any(u => u.OperatorKind == UnaryOperatorKind.Not)
            && function.Descendants().OfType<IBinaryOperation>().All(b => b.OperatorKind == BinaryOperatorKind.ConditionalOr || b.LeftOperand.ConstantValue.Value is '_' or '-' or '.' || b.RightOperand.ConstantValue.Value is '_' or '-' or '.' || b.RightOperand.ConstantValue.Value is (int)'_' or (int)'-' or (int)'.');
    }
}
