using System.Collections.Concurrent;
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
/// The one analyzer that runs every construct rule, file by file: on each creation of a library class, each <c>base(...)</c> of a class that is a
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
            // Not on each operation: a value may come from any file, and a file that the compiler has not come to would be bound here first and then by
            // the compiler once more. When the model of a file is announced, a build has bound them all.
            start.RegisterSemanticModelAction(run.File);
        });
    }

    private sealed class Run(CdkModel cdk, RuleSwitch @switch)
    {
        private static readonly IReadOnlyList<RuleTable.Entry> s_none = [];

        private readonly ConcurrentDictionary<(SyntaxTree Tree, INamedTypeSymbol Type), IReadOnlyList<RuleTable.Entry>> _active = new();
        private readonly ConcurrentDictionary<(SyntaxTree Tree, string Rule, string Option), bool> _options = new();

        public void File(SemanticModelAnalysisContext context)
        {
            var model = context.SemanticModel;
            cdk.Index.Keep(model);
            var (tree, cancellationToken) = (model.SyntaxTree, context.CancellationToken);
            foreach (var node in ConstructSites.Of(tree).Find(name => AnyIsOn(RuleTable.Creations(name)) || cdk.Index.DeclaresClass(name), RuleTable.Methods, method => AnyIsOn(RuleTable.Calls(method))))
            {
                if (model.GetOperation(node, context.CancellationToken) is not { } operation)
                    continue;
                switch (SourceIndex.Unwrap(operation))
                {
                    case IObjectCreationOperation creation:
                        Creation(context, creation);
                        break;
                    case IInvocationOperation call:
                        Invocation(context, call);
                        break;
                }
            }

            bool AnyIsOn(IReadOnlyList<RuleTable.Entry> entries)
            {
                for (var i = 0; i < entries.Count; i++)
                {
                    if (IsOn(entries[i], tree, cancellationToken))
                        return true;
                }

                return false;
            }
        }

        private bool IsOn(RuleTable.Entry entry, SyntaxTree tree, CancellationToken cancellationToken) =>
            @switch.IsOn(entry.Rule, tree, cancellationToken) && (entry.Target.Option is not { } option || IsRequested(entry.Rule, option, tree));

        private bool IsRequested(ConstructRule rule, string option, SyntaxTree tree)
        {
            var key = (tree, rule.Id, option);
            if (!_options.TryGetValue(key, out var isOn))
                _options.TryAdd(key, isOn = cdk.Options.GetBool(tree, rule, option));
            return isOn;
        }

        private void Creation(SemanticModelAnalysisContext context, IObjectCreationOperation creation)
        {
            if (creation.Type is not INamedTypeSymbol type || creation.Constructor is null)
                return;
            if (!cdk.Index.Declares(type))
            {
                var rules = Active(type, creation, context.CancellationToken);
                if (rules.Count > 0)
                    Judge(context, new Construct(cdk, creation, type, creation.Constructor, creation.Arguments, Frame.Root), rules);
            }
            else if (LibraryBase(type) is { } library)
            {
                var rules = Active(library, creation, context.CancellationToken);
                if (rules.Count > 0)
                    JudgeSubclass(context, creation, library, rules);
            }
        }

        private void Invocation(SemanticModelAnalysisContext context, IInvocationOperation call)
        {
            var method = call.TargetMethod;
            if (method.MethodKind == MethodKind.Constructor)
            {
                var rules = Active(method.ContainingType, call, context.CancellationToken);
                if (rules.Count > 0)
                    Judge(context, new Construct(cdk, call, method.ContainingType, method, call.Arguments, Frame.Root), rules);
                return;
            }

            foreach (var entry in RuleTable.Calls(method.Name))
            {
                if (IsOn(entry, call.Syntax.SyntaxTree, context.CancellationToken) && Receiver(call, entry) is { } type)
                    Judge(context, new Construct(cdk, call, type, method, call.Arguments, Frame.Root), [entry]);
            }
        }

        /// <summary>The targets that judge creations of the class in this file: those of rules that are on.</summary>
        private IReadOnlyList<RuleTable.Entry> Active(INamedTypeSymbol type, IOperation operation, CancellationToken cancellationToken)
        {
            var candidates = RuleTable.Creations(type.Name);
            if (candidates.Count == 0)
                return s_none;
            var tree = operation.Syntax.SyntaxTree;
            if (_active.TryGetValue((tree, type), out var active))
                return active;
            List<RuleTable.Entry> entries = [];
            foreach (var entry in candidates)
            {
                if (IsOn(entry, tree, cancellationToken) && SymbolEqualityComparer.Default.Equals(cdk.TypeOf(entry.Type), type))
                    entries.Add(entry);
            }

            return _active.GetOrAdd((tree, type), entries.Count == 0 ? s_none : entries);
        }

        // A subclass is judged at its base(...). Only what depends on its constructor's arguments is judged where it is created.
        private void JudgeSubclass(SemanticModelAnalysisContext context, IObjectCreationOperation creation, INamedTypeSymbol library, IReadOnlyList<RuleTable.Entry> rules)
        {
            if (cdk.Index.BodyOf(creation.Constructor!) is not { } body
                || body.Descendants().OfType<IInvocationOperation>().FirstOrDefault(i => i.TargetMethod.MethodKind == MethodKind.Constructor && SymbolEqualityComparer.Default.Equals(i.TargetMethod.ContainingType, library)) is not { } baseCall)
                return;
            var bound = ImmutableDictionary.CreateBuilder<ISymbol, LazyValue>(SymbolEqualityComparer.Default);
            foreach (var argument in creation.Arguments.Where(a => a.Parameter is not null))
                bound[argument.Parameter!] = argument.ArgumentKind == ArgumentKind.DefaultValue ? new LazyValue(UnsetValue.Instance) : new LazyValue(cdk.Resolver, argument.Value, Frame.Root);
            var atBase = new Construct(cdk, baseCall, library, baseCall.TargetMethod, baseCall.Arguments, Frame.Root);
            var here = new Construct(cdk, baseCall, library, baseCall.TargetMethod, baseCall.Arguments, Frame.Root.Call(bound.ToImmutable(), null));
            foreach (var entry in rules)
            {
                if (entry.Target.Requirement.Check(atBase.Props, atBase).Outcome != Outcome.Unknown)
                    continue;
                var verdict = Check(entry, here, out var dependsOnUsages);
                if (verdict.Outcome == Outcome.Violated && !IsExcused(entry.Rule, here, dependsOnUsages))
                    Report(context, new Construct(cdk, creation, library, creation.Constructor!, creation.Arguments, Frame.Root), entry, verdict);
            }
        }

        private void Judge(SemanticModelAnalysisContext context, Construct construct, IReadOnlyList<RuleTable.Entry> rules)
        {
            foreach (var entry in rules)
            {
                var verdict = Check(entry, construct, out var dependsOnUsages);
                if (verdict.Outcome == Outcome.Violated && !IsExcused(entry.Rule, construct, dependsOnUsages) && !(verdict.Owner is { } owner && cdk.NagSuppressions.Covers(owner, entry.Rule.References.CdkNag)))
                    Report(context, construct, entry, verdict);
                else if (verdict.Outcome == Outcome.Satisfied && construct.IsCreation && Undone(entry, construct) is { } undone && !cdk.NagSuppressions.Covers(construct, entry.Rule.References.CdkNag))
                    Report(context, construct, entry, undone);
            }
        }

        /// <summary>
        /// An L2 that is right, and an escape hatch that makes its L1 wrong: judged by what the rule demands of the L1, and, where the L2 has a property of
        /// the same name, as if that had been written so; what the hatch leaves alone is then as the L2 says.
        /// </summary>
        private static Verdict? Undone(RuleTable.Entry entry, Construct construct)
        {
            var rule = entry.Rule;
            if (!construct.Cdk.HasEscapeHatches || rule.CfnProperties.Count == 0 || construct.Type.Name.StartsWith("Cfn", StringComparison.Ordinal) || EscapeHatches.Written(construct) is not { } written)
                return null;
            foreach (var target in rule.Targets)
            {
                if (target.Method is null && target.Option is null && target.Types.Any(name => name.EndsWith(".Cfn" + construct.Type.Name, StringComparison.Ordinal)) && target.Requirement.Check(written, construct) is { Outcome: Outcome.Violated } verdict)
                    return verdict;
            }

            return EscapeHatches.Overlaid(construct, written, rule.CfnProperties) is { } props && entry.Target.Requirement.Check(props, construct) is { Outcome: Outcome.Violated } overlaid ? overlaid : null;
        }

        private static Verdict Check(RuleTable.Entry entry, Construct construct, out bool dependsOnUsages)
        {
            construct.DependsOnUsages = false;
            var verdict = entry.Target.Requirement.Check(construct.Props, construct);
            dependsOnUsages = construct.DependsOnUsages;
            return verdict;
        }

        private bool IsExcused(ConstructRule rule, Construct construct, bool dependsOnUsages) =>
            construct.IsCreation && (cdk.Aspects.MayChange(construct.Type) || EscapeHatches.MayWrite(construct, rule.CfnProperties) || cdk.OtherLibraries.Take(construct, dependsOnUsages))
            || cdk.NagSuppressions.Covers(construct, rule.References.CdkNag);

        private static void Report(SemanticModelAnalysisContext context, Construct construct, RuleTable.Entry entry, Verdict verdict)
        {
            var properties = ImmutableDictionary.CreateBuilder<string, string?>();
            properties.Add(DiagnosticProperties.Key, entry.Rule.Key);
            properties.Add(DiagnosticProperties.Target, entry.Index.ToString(System.Globalization.CultureInfo.InvariantCulture));
            properties.Add(DiagnosticProperties.ConstructId, verdict.Owner?.Id ?? construct.Id);
            properties.Add(DiagnosticProperties.Detail, verdict.Detail);
            var (primary, others) = ReportLocation.Of(construct, verdict);
            context.ReportDiagnostic(Diagnostic.Create(entry.Rule.Descriptor, primary, others, properties.ToImmutable(), construct.DisplayName, verdict.Detail));
        }

        /// <summary>The class or interface that is judged, when the call is made on it or on what derives from it, or returns what the target names.</summary>
        private INamedTypeSymbol? Receiver(IInvocationOperation call, RuleTable.Entry entry)
        {
            if (entry.Target.IsResult)
                return Is(call.TargetMethod.ReturnType, entry) ? call.TargetMethod.ContainingType : null;
            if (Is(call.TargetMethod.ContainingType, entry))
                return call.TargetMethod.ContainingType;
            for (var at = call.Instance?.Type; at is not null; at = at.BaseType)
            {
                if (Is(at, entry))
                    return (INamedTypeSymbol)at;
            }

            return call.Instance?.Type?.AllInterfaces.FirstOrDefault(type => Is(type, entry));
        }

        private bool Is(ITypeSymbol? type, RuleTable.Entry entry) =>
            type is INamedTypeSymbol && type.Name == entry.SimpleName && SymbolEqualityComparer.Default.Equals(type, cdk.TypeOf(entry.Type));

        private INamedTypeSymbol? LibraryBase(INamedTypeSymbol type)
        {
            var at = type.BaseType;
            while (at is not null && cdk.Index.Declares(at))
                at = at.BaseType;
            return at;
        }
    }
}
