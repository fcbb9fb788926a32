using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Skylint.Observability.Generator;

/// <summary>Asks the compilation what it references. Asked at every edit; the answer is the last one while the compilation's surface is.</summary>
internal static class CompilationParser
{
    // By a reference that all versions of a project have in common, and then by the project: nothing here lives longer than the host's own objects.
    private static readonly ConditionalWeakTable<MetadataReference, ConcurrentDictionary<string, Known>> s_known = new();

    public static CompilationModel Parse(Compilation compilation, CancellationToken cancellation)
    {
        if (compilation.References.FirstOrDefault() is not { } reference)
            return Ask(compilation, [], cancellation);
        var surface = Surface.Of(compilation, cancellation);
        var projects = s_known.GetOrCreateValue(reference);
        var name = compilation.AssemblyName ?? "";
        if (projects.TryGetValue(name, out var known))
        {
            if (known.Surface.IsSameAs(surface))
                return known.Model;
            if (surface.ChangedSince(known.Surface) is { } changed && !changed.Any(known.Names.Contains))
            {
                projects[name] = known with { Surface = surface };
                return known.Model;
            }
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        var model = Ask(compilation, names, cancellation);
        projects[name] = new Known(surface, model, names);
        return model;
    }

    /// <param name="compilation">The compilation.</param>
    /// <param name="names">Takes the names of the types that are asked for: nothing else that the project declares can change an answer.</param>
    /// <param name="cancellation">Stops the work.</param>
    private static CompilationModel Ask(Compilation compilation, HashSet<string> names, CancellationToken cancellation)
    {
        var facts = Facts.None;
        if (Type(Names.Observed) is null)
            return new CompilationModel(compilation.AssemblyName ?? "", facts, 0);
        facts |= Facts.Library;
        if (compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication)
            facts |= Facts.Program;
        Add(Facts.DependencyInjection, Has("Microsoft.Extensions.DependencyInjection.IServiceCollection"));
        Add(Facts.TrimAnnotations, Has("System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembersAttribute"));
        Add(Facts.ModuleInitializer, Has("System.Runtime.CompilerServices.ModuleInitializerAttribute"));
        Add(Facts.ConsoleFormatter, Needs("Microsoft.Extensions.Logging.Console.ConsoleFormatter", "SkylintConsoleFormatter"));
        Add(Facts.OpenTelemetry, Needs("OpenTelemetry.Trace.TracerProviderBuilder", "SkylintInstrumentation", reuse: false));
        cancellation.ThrowIfCancellationRequested();
        if (Needs("Amazon.SQS.Model.SendMessageRequest", "SqsTraceContext"))
        {
            facts |= Facts.Sqs;
            Add(Facts.SqsSystemAttributeNames, Type("Amazon.SQS.Model.ReceiveMessageRequest")?.GetMembers("MessageSystemAttributeNames").Length > 0);
        }

        if (Needs("Amazon.SimpleNotificationService.Model.PublishRequest", "SnsTraceContext"))
        {
            facts |= Facts.Sns;
            Add(Facts.SnsBatch, Has("Amazon.SimpleNotificationService.Model.PublishBatchRequest"));
        }

        if (Needs("Amazon.EventBridge.Model.PutEventsRequestEntry", "EventBridgeTraceContext"))
        {
            facts |= Facts.EventBridge;
            Add(Facts.EventBridgeTraceHeader, Type("Amazon.EventBridge.Model.PutEventsRequestEntry")!.GetMembers("TraceHeader").Length > 0);
        }

        Add(Facts.Kinesis, Needs("Amazon.Kinesis.Model.PutRecordRequest", "KinesisTraceContext"));
        Add(Facts.LambdaInvoke, Needs("Amazon.Lambda.Model.InvokeRequest", "LambdaInvokeTraceContext"));
        cancellation.ThrowIfCancellationRequested();
        Add(Facts.SqsEvents, Needs("Amazon.Lambda.SQSEvents.SQSEvent", "SqsEventTraceContext"));
        Add(Facts.SnsEvents, Needs("Amazon.Lambda.SNSEvents.SNSEvent", "SnsEventTraceContext"));
        Add(Facts.KinesisEvents, Needs("Amazon.Lambda.KinesisEvents.KinesisEvent", "KinesisEventTraceContext"));
        Add(Facts.LambdaTraceProvider, Has("Amazon.Lambda.Core.LambdaTraceProvider"));
        var version = compilation is CSharpCompilation csharp ? (int)csharp.LanguageVersion : 0;

        // Before C# 8 a version's number is its major alone.
        return new CompilationModel(compilation.AssemblyName ?? "", facts, version < 100 ? version * 100 : version);

        INamedTypeSymbol? Type(string name)
        {
            names.Add(name.Substring(name.LastIndexOf('.') + 1));
            return compilation.GetTypeByMetadataName(name);
        }

        bool Has(string name) => Type(name) is { DeclaredAccessibility: Accessibility.Public };

        // A friend assembly that has the helper already shows it here; two of them would make every call ambiguous.
        bool Needs(string name, string helper, bool reuse = true) =>
            Has(name) && !(reuse && Type("Skylint.Observability." + helper) is { } existing && !SymbolEqualityComparer.Default.Equals(existing.ContainingAssembly, compilation.Assembly) && compilation.IsSymbolAccessibleWithin(existing, compilation.Assembly));

        void Add(Facts fact, bool holds)
        {
            if (holds)
                facts |= fact;
        }
    }

    private sealed record Known(Surface Surface, CompilationModel Model, HashSet<string> Names);
}
