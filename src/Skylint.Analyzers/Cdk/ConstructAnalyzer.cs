using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Cdk.Model;
using Skylint.Cdk.Rules;
using Skylint.Configuration;
using Skylint.Syntax;

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
        // What is generated is left out below: to leave it out, the driver reads every token of a file with a finding.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            if (CdkModel.Create(start.Compilation, start.Options, start.CancellationToken) is not { } cdk)
                return;
            var run = new Run(cdk, new RuleSwitch(start.Compilation, start.Options));
            // Not on each operation: a value may come from any file, and a file that the compiler has not come to would be bound here first and then by
            // the compiler once more. When the model of a file is announced, a build has bound them all.
            start.RegisterSemanticModelAction(file =>
            {
                if (!GeneratedCode.IsFile(file.SemanticModel.Compilation, file.SemanticModel.SyntaxTree, file.CancellationToken))
                    new FileRun(run, file).Judge();
            });
        });
    }

    /// <summary>One compilation.</summary>
    private sealed class Run(CdkModel cdk, RuleSwitch @switch)
    {
        private readonly ConcurrentDictionary<INamedTypeSymbol, IReadOnlyList<RuleTable.Entry>> _creations = new(SymbolEqualityComparer.Default);

        public CdkModel Cdk { get; } = cdk;

        public RuleSwitch Switch { get; } = @switch;

        /// <summary>The targets that judge creations of the class, whether or not their rules are on.</summary>
        public IReadOnlyList<RuleTable.Entry> Creations(INamedTypeSymbol type)
        {
            var candidates = RuleTable.Creations(type.Name);
            return candidates.Count == 0 ? candidates
                : _creations.TryGetValue(type, out var known) ? known
                : _creations.GetOrAdd(type, [.. candidates.Where(entry => SymbolEqualityComparer.Default.Equals(Cdk.TypeOf(entry.Type), type))]);
        }
    }

    /// <summary>One file of it.</summary>
    private sealed class FileRun(Run run, SemanticModelAnalysisContext context)
    {
        private static readonly IReadOnlyList<RuleTable.Entry> s_none = [];

        private readonly CdkModel _cdk = run.Cdk;
        private readonly SyntaxTree _tree = context.SemanticModel.SyntaxTree;

        // By the ordinal of the entry: not asked yet, off, on.
        private readonly byte[] _isOn = new byte[RuleTable.Count];
        private readonly Dictionary<INamedTypeSymbol, IReadOnlyList<RuleTable.Entry>> _active = new(SymbolEqualityComparer.Default);

        public void Judge()
        {
            var model = context.SemanticModel;
            _cdk.Index.Keep(model);
            foreach (var node in ConstructSites.Of(_tree).Find(name => AnyIsOn(RuleTable.Creations(name)) || _cdk.Index.DeclaresClass(name), RuleTable.Methods, method => AnyIsOn(RuleTable.Calls(method))))
            {
                if (model.GetOperation(node, context.CancellationToken) is not { } operation)
                    continue;
                switch (SourceIndex.Unwrap(operation))
                {
                    case IObjectCreationOperation creation:
                        Creation(creation);
                        break;
                    case IInvocationOperation call:
                        Invocation(call);
                        break;
                }
            }
        }

        private bool AnyIsOn(IReadOnlyList<RuleTable.Entry> entries)
        {
            for (var i = 0; i < entries.Count; i++)
            {
                if (IsOn(entries[i]))
                    return true;
            }

            return false;
        }

        private bool IsOn(RuleTable.Entry entry)
        {
            ref var known = ref _isOn[entry.Ordinal];
            if (known == 0)
                known = run.Switch.Read(entry.Rule, _tree, context.CancellationToken) && (entry.Target.Option is not { } option || _cdk.Options.GetBool(_tree, entry.Rule, option)) ? (byte)2 : (byte)1;
            return known == 2;
        }

        private void Creation(IObjectCreationOperation creation)
        {
            if (creation.Type is not INamedTypeSymbol type || creation.Constructor is null)
                return;
            if (!_cdk.Index.Declares(type))
            {
                var rules = Active(type);
                if (rules.Count > 0)
                    Judge(new Construct(_cdk, creation, type, creation.Constructor, creation.Arguments, Frame.Root), rules);
            }
            else if (LibraryBase(type) is { } library)
            {
                var rules = Active(library);
                if (rules.Count > 0)
                    JudgeSubclass(creation, library, rules);
            }
        }

        private void Invocation(IInvocationOperation call)
        {
            var method = call.TargetMethod;
            if (method.MethodKind == MethodKind.Constructor)
            {
                var rules = Active(method.ContainingType);
                if (rules.Count > 0)
                    Judge(new Construct(_cdk, call, method.ContainingType, method, call.Arguments, Frame.Root), rules);
                return;
            }

            foreach (var entry in RuleTable.Calls(method.Name))
            {
                if (IsOn(entry) && Receiver(call, entry) is { } type)
                    Judge(new Construct(_cdk, call, type, method, call.Arguments, Frame.Root), [entry]);
            }
        }

        /// <summary>The targets that judge creations of the class in this file: those of rules that are on.</summary>
        private IReadOnlyList<RuleTable.Entry> Active(INamedTypeSymbol type)
        {
            if (!_active.TryGetValue(type, out var active))
            {
                var entries = run.Creations(type);
                _active.Add(type, active = entries.Count == 0 ? s_none : [.. entries.Where(IsOn)]);
            }

            return active;
        }

        // A subclass is judged at its base(...). Only what depends on its constructor's arguments is judged where it is created.
        private void JudgeSubclass(IObjectCreationOperation creation, INamedTypeSymbol library, IReadOnlyList<RuleTable.Entry> rules)
        {
            if (_cdk.Index.BodyOf(creation.Constructor!) is not { } body
                || body.Descendants().OfType<IInvocationOperation>().FirstOrDefault(i => i.TargetMethod.MethodKind == MethodKind.Constructor && SymbolEqualityComparer.Default.Equals(i.TargetMethod.ContainingType, library)) is not { } baseCall)
                return;
            var bound = ImmutableDictionary.CreateBuilder<ISymbol, LazyValue>(SymbolEqualityComparer.Default);
            foreach (var argument in creation.Arguments.Where(a => a.Parameter is not null))
                bound[argument.Parameter!] = argument.ArgumentKind == ArgumentKind.DefaultValue ? new LazyValue(UnsetValue.Instance) : new LazyValue(_cdk.Resolver, argument.Value, Frame.Root);
            var atBase = new Construct(_cdk, baseCall, library, baseCall.TargetMethod, baseCall.Arguments, Frame.Root);
            var here = new Construct(_cdk, baseCall, library, baseCall.TargetMethod, baseCall.Arguments, Frame.Root.Call(bound.ToImmutable(), null));
            foreach (var entry in rules)
            {
                // Whether the base call alone decides it is asked last: that asks all who create the class, in whatever file.
                var verdict = Check(entry, here, out var dependsOnUsages);
                if (verdict.Outcome == Outcome.Violated && !IsExcused(entry.Rule, here, dependsOnUsages) && entry.Target.Requirement.Check(atBase.Props, atBase).Outcome == Outcome.Unknown)
                    Report(new Construct(_cdk, creation, library, creation.Constructor!, creation.Arguments, Frame.Root), entry, verdict);
            }
        }

        private void Judge(Construct construct, IReadOnlyList<RuleTable.Entry> rules)
        {
            foreach (var entry in rules)
            {
                var verdict = Check(entry, construct, out var dependsOnUsages);
                if (verdict.Outcome == Outcome.Violated && !IsExcused(entry.Rule, construct, dependsOnUsages) && !(verdict.Owner is { } owner && _cdk.NagSuppressions.Covers(owner, entry.Rule.References.CdkNag)))
                    Report(construct, entry, verdict);
                else if (verdict.Outcome == Outcome.Satisfied && construct.IsCreation && Undone(entry, construct) is { } undone && !_cdk.NagSuppressions.Covers(construct, entry.Rule.References.CdkNag))
                    Report(construct, entry, undone);
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
            construct.IsCreation && (_cdk.Aspects.MayChange(construct.Type) || EscapeHatches.MayWrite(construct, rule.CfnProperties) || _cdk.OtherLibraries.Take(construct, dependsOnUsages))
            || _cdk.NagSuppressions.Covers(construct, rule.References.CdkNag);

        private void Report(Construct construct, RuleTable.Entry entry, Verdict verdict)
        {
            var (primary, others) = ReportLocation.Of(construct, verdict);
            if (GeneratedCode.Holds(primary))
                return;
            var properties = ImmutableDictionary.CreateBuilder<string, string?>();
            properties.Add(DiagnosticProperties.Key, entry.Rule.Key);
            properties.Add(DiagnosticProperties.Target, entry.Index.ToString(System.Globalization.CultureInfo.InvariantCulture));
            properties.Add(DiagnosticProperties.ConstructId, verdict.Owner?.Id ?? construct.Id);
            properties.Add(DiagnosticProperties.Detail, verdict.Detail);
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
            type is INamedTypeSymbol && type.Name == entry.SimpleName && SymbolEqualityComparer.Default.Equals(type, _cdk.TypeOf(entry.Type));

        private INamedTypeSymbol? LibraryBase(INamedTypeSymbol type)
        {
            var at = type.BaseType;
            while (at is not null && _cdk.Index.Declares(at))
                at = at.BaseType;
            return at;
        }
    }
}
