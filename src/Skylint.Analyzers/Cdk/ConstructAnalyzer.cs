using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Cdk.Model;
using Skylint.Cdk.Rules;
using Skylint.Configuration;

namespace Skylint.Cdk;

/// <summary>
/// The one analyzer that runs every construct rule: on each creation of a library class, each <c>base(...)</c> of a class that is a
/// construct, and each call that a rule names. In a compilation without the CDK it registers nothing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConstructAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.CreateRange(ConstructRules.All.Select(r => r.Descriptor));

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (CdkModel.Create(start.Compilation, start.Options, start.CancellationToken) is not { } cdk)
                return;
            var run = new Run(cdk, new RuleSwitch(start.Compilation, start.Options));
            start.RegisterOperationAction(run.Creation, OperationKind.ObjectCreation);
            start.RegisterOperationAction(run.Invocation, OperationKind.Invocation);
        });
    }

    private sealed class Run
    {
        private readonly CdkModel _cdk;
        private readonly RuleSwitch _switch;
        private readonly Dictionary<ISymbol, List<(ConstructRule Rule, Target Target)>> _creations = new(SymbolEqualityComparer.Default);
        private readonly Dictionary<string, List<(INamedTypeSymbol Type, ConstructRule Rule, Target Target)>> _calls = new(StringComparer.Ordinal);

        public Run(CdkModel cdk, RuleSwitch @switch)
        {
            _cdk = cdk;
            _switch = @switch;
            foreach (var rule in ConstructRules.All)
            {
                foreach (var target in rule.Targets)
                {
                    foreach (var name in target.Types)
                    {
                        if (cdk.TypeOf(name) is not { } type)
                            continue;
                        if (target.Method is { } method)
                            Add(_calls, method, (type, rule, target));
                        else
                            Add(_creations, type, (rule, target));
                    }
                }
            }
        }

        public void Creation(OperationAnalysisContext context)
        {
            var creation = (IObjectCreationOperation)context.Operation;
            if (creation.Type is not INamedTypeSymbol type || creation.Constructor is null)
                return;
            if (_creations.TryGetValue(type, out var rules))
                Judge(context, new Construct(_cdk, creation, type, creation.Constructor, creation.Arguments, Frame.Root), rules);
            else if (_cdk.Index.Declares(type) && LibraryBase(type) is { } library && _creations.TryGetValue(library, out rules))
                JudgeSubclass(context, creation, library, rules);
        }

        public void Invocation(OperationAnalysisContext context)
        {
            var call = (IInvocationOperation)context.Operation;
            var method = call.TargetMethod;
            if (method.MethodKind == MethodKind.Constructor)
            {
                if (_creations.TryGetValue(method.ContainingType, out var rules))
                    Judge(context, new Construct(_cdk, call, method.ContainingType, method, call.Arguments, Frame.Root), rules);
                return;
            }

            if (!_calls.TryGetValue(method.Name, out var candidates))
                return;
            foreach (var (type, rule, target) in candidates)
            {
                if (Receives(call, type))
                    Judge(context, new Construct(_cdk, call, type, method, call.Arguments, Frame.Root), [(rule, target)]);
            }
        }

        // A subclass is judged at its base(...). Only what depends on its constructor's arguments is judged where it is created.
        private void JudgeSubclass(OperationAnalysisContext context, IObjectCreationOperation creation, INamedTypeSymbol library, List<(ConstructRule Rule, Target Target)> rules)
        {
            if (_cdk.Index.BodyOf(creation.Constructor!) is not { } body
                || body.Descendants().OfType<IInvocationOperation>().FirstOrDefault(i => i.TargetMethod.MethodKind == MethodKind.Constructor && SymbolEqualityComparer.Default.Equals(i.TargetMethod.ContainingType, library)) is not { } baseCall)
                return;
            var bound = ImmutableDictionary.CreateBuilder<ISymbol, Value>(SymbolEqualityComparer.Default);
            foreach (var argument in creation.Arguments.Where(a => a.Parameter is not null))
                bound[argument.Parameter!] = argument.ArgumentKind == ArgumentKind.DefaultValue ? UnsetValue.Instance : _cdk.Resolver.Resolve(argument.Value, Frame.Root);
            var atBase = new Construct(_cdk, baseCall, library, baseCall.TargetMethod, baseCall.Arguments, Frame.Root);
            var here = new Construct(_cdk, baseCall, library, baseCall.TargetMethod, baseCall.Arguments, Frame.Root.Call(bound.ToImmutable(), null));
            foreach (var (rule, target) in rules)
            {
                if (!_switch.IsOn(rule, creation.Syntax.SyntaxTree, context.CancellationToken) || target.Requirement.Check(atBase.Props, atBase).Outcome != Outcome.Unknown)
                    continue;
                var verdict = target.Requirement.Check(here.Props, here);
                if (verdict.Outcome == Outcome.Violated && !IsExcused(rule, here))
                    Report(context, new Construct(_cdk, creation, library, creation.Constructor!, creation.Arguments, Frame.Root), rule, target, verdict);
            }
        }

        private void Judge(OperationAnalysisContext context, Construct construct, List<(ConstructRule Rule, Target Target)> rules)
        {
            foreach (var (rule, target) in rules)
            {
                if (!_switch.IsOn(rule, construct.Operation.Syntax.SyntaxTree, context.CancellationToken))
                    continue;
                var verdict = target.Requirement.Check(construct.Props, construct);
                if (verdict.Outcome == Outcome.Violated && !IsExcused(rule, construct))
                    Report(context, construct, rule, target, verdict);
                else if (verdict.Outcome == Outcome.Satisfied && construct.IsCreation && Undone(rule, construct) is { } undone && !_cdk.NagSuppressions.Covers(construct, rule.References.CdkNag))
                    Report(context, construct, rule, target, undone);
            }
        }

        /// <summary>An L2 that is right, and an escape hatch that makes its L1 wrong: judged by what the rule demands of the L1.</summary>
        private static Verdict? Undone(ConstructRule rule, Construct construct)
        {
            if (rule.CfnProperties.Count == 0 || construct.Type.Name.StartsWith("Cfn", StringComparison.Ordinal) || !rule.Targets.Any(IsL1) || EscapeHatches.Written(construct) is not { } written)
                return null;
            foreach (var target in rule.Targets.Where(IsL1))
            {
                if (target.Types.Any(name => name.EndsWith(".Cfn" + construct.Type.Name, StringComparison.Ordinal)) && target.Requirement.Check(written, construct) is { Outcome: Outcome.Violated } verdict)
                    return verdict;
            }

            return null;

            static bool IsL1(Target target) => target.Method is null && target.Types[0].Contains(".Cfn");
        }

        private bool IsExcused(ConstructRule rule, Construct construct) =>
            construct.IsCreation && (_cdk.Aspects.MayChange(construct.Type) || EscapeHatches.MayWrite(construct, rule.CfnProperties))
            || _cdk.NagSuppressions.Covers(construct, rule.References.CdkNag);

        private static void Report(OperationAnalysisContext context, Construct construct, ConstructRule rule, Target target, Verdict verdict)
        {
            var properties = ImmutableDictionary<string, string?>.Empty
                .Add(DiagnosticProperties.Key, rule.Key)
                .Add(DiagnosticProperties.Target, rule.Targets.ToList().IndexOf(target).ToString(System.Globalization.CultureInfo.InvariantCulture))
                .Add(DiagnosticProperties.ConstructId, construct.Id)
                .Add(DiagnosticProperties.Detail, verdict.Detail);
            var (primary, others) = ReportLocation.Of(construct, verdict);
            context.ReportDiagnostic(Diagnostic.Create(rule.Descriptor, primary, others, properties, construct.DisplayName, verdict.Detail));
        }

        private static bool Receives(IInvocationOperation call, INamedTypeSymbol type)
        {
            if (SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, type))
                return true;
            for (var at = call.Instance?.Type; at is not null; at = at.BaseType)
            {
                if (SymbolEqualityComparer.Default.Equals(at, type))
                    return true;
            }

            return false;
        }

        private INamedTypeSymbol? LibraryBase(INamedTypeSymbol type)
        {
            var at = type.BaseType;
            while (at is not null && _cdk.Index.Declares(at))
                at = at.BaseType;
            return at;
        }

        private static void Add<TKey, T>(Dictionary<TKey, List<T>> map, TKey key, T value)
            where TKey : notnull
        {
            if (!map.TryGetValue(key, out var list))
                map.Add(key, list = []);
            list.Add(value);
        }
    }
}
