using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;

namespace Skylint.Observability;

/// <summary>SKY4006: a tag of a measurement whose value is an identifier, a time, a text of an exception or an address, so that every call may start a time series.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnboundedMetricTagAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<string, string?> s_properties = ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Key, ObservabilityRules.UnboundedMetricTag.Key);

    /// <summary>What there is one of for each user, request or message. Accounts, tenants and regions are left out: there may be few.</summary>
    private static readonly string[] s_identifiers =
    [
        "userid", "username", "customerid", "orderid", "requestid", "sessionid", "traceid", "spanid", "messageid", "correlationid", "transactionid", "invoiceid", "paymentid", "cartid", "email", "ipaddress", "clientip", "remoteip",
    ];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(ObservabilityRules.UnboundedMetricTag.Descriptor);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var compilation = start.Compilation;
            if (compilation.GetTypeByMetadataName("System.Diagnostics.Metrics.Instrument") is not { } instrument || TestCode.IsTestProject(compilation))
                return;
            var types = new Types(
                instrument,
                compilation.GetTypeByMetadataName("System.Diagnostics.TagList"),
                compilation.GetTypeByMetadataName("System.Diagnostics.Metrics.Measurement`1"),
                compilation.GetTypeByMetadataName("System.Collections.Generic.KeyValuePair`2"),
                compilation.GetTypeByMetadataName("System.Exception"),
                compilation.GetTypeByMetadataName("System.Uri"),
                compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Http.PathString"),
                [.. new[] { "System.Guid", "System.DateTime", "System.DateTimeOffset" }.Select(compilation.GetTypeByMetadataName).OfType<INamedTypeSymbol>()]);
            start.RegisterOperationAction(operation => Call(operation, types), OperationKind.Invocation);
            start.RegisterOperationAction(operation => Creation(operation, types), OperationKind.ObjectCreation);
        });
    }

    private static void Call(OperationAnalysisContext context, Types types)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name is not ("Add" or "Record") || call.Instance?.Type is not INamedTypeSymbol type)
            return;
        if (SymbolEqualityComparer.Default.Equals(type, types.TagList))
        {
            if (call.Arguments.Length == 2)
                Judge(context, call.Arguments[0].Value, call.Arguments[1].Value, types);
        }
        else if (IsInstrument(type, types))
        {
            Tags(context, call.Arguments, types);
        }
    }

    private static void Creation(OperationAnalysisContext context, Types types)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (SymbolEqualityComparer.Default.Equals(creation.Type?.OriginalDefinition, types.Measurement))
            Tags(context, creation.Arguments, types);
    }

    private static void Tags(OperationAnalysisContext context, ImmutableArray<IArgumentOperation> arguments, Types types)
    {
        // One by one, in an array, or in what a compiler makes of a params span.
        foreach (var operation in arguments.SelectMany(argument => argument.Descendants()))
        {
            if (operation is IObjectCreationOperation { Arguments.Length: 2 } made && SymbolEqualityComparer.Default.Equals(made.Type?.OriginalDefinition, types.Pair))
                Judge(context, made.Arguments[0].Value, made.Arguments[1].Value, types);
            else if (operation is IInvocationOperation { TargetMethod: { Name: "Create", IsStatic: true, ContainingType.Name: "KeyValuePair" }, Arguments.Length: 2 } create)
                Judge(context, create.Arguments[0].Value, create.Arguments[1].Value, types);
        }
    }

    private static void Judge(OperationAnalysisContext context, IOperation key, IOperation value, Types types)
    {
        if (value.ConstantValue.HasValue)
            return;
        var name = Emitted.Text(key);
        if (Reason(value, name, types) is { } reason)
            context.ReportDiagnostic(Diagnostic.Create(ObservabilityRules.UnboundedMetricTag.Descriptor, value.Syntax.GetLocation(), s_properties, name ?? key.Syntax.ToString(), reason));
    }

    private static string? Reason(IOperation value, string? key, Types types)
    {
        value = Emitted.Bare(value);
        if (value is IInterpolatedStringOperation text)
            return text.Parts.OfType<IInterpolationOperation>().Select(part => Reason(part.Expression, null, types)).FirstOrDefault(reason => reason is not null);
        if (value is IInvocationOperation { TargetMethod: { Name: "NewGuid" }, Type: { } made } && types.Values.Contains(made))
            return "a new identifier at each call";
        if (value.Type is not { } type)
            return null;
        if (types.Values.Contains(type))
            return type.Name == "Guid" ? "an identifier" : "a time";
        if (Sdk.Model.AwsSdk.Is(type, types.Uri) || SymbolEqualityComparer.Default.Equals(type, types.Path))
            return "an address with its parameters";
        if (value is IPropertyReferenceOperation { Instance.Type: { } owner } property)
        {
            if (property.Property.Name is "Message" or "StackTrace" && Sdk.Model.AwsSdk.Is(owner, types.Exception))
                return "a text of an exception";
            if (property.Property.Name is "AbsoluteUri" or "PathAndQuery" or "OriginalString" && Sdk.Model.AwsSdk.Is(owner, types.Uri))
                return "an address with its parameters";
        }

        return type.SpecialType is SpecialType.System_String or SpecialType.System_Int32 or SpecialType.System_Int64
            && Emitted.NameOf(value) is { } name && (IsIdentifier(name) || (key is not null && IsIdentifier(key)))
            ? "an identifier"
            : null;
    }

    private static bool IsIdentifier(string name)
    {
        var plain = name.Replace(".", "").Replace("_", "").Replace("-", "").ToLowerInvariant();
        return s_identifiers.Any(word => plain.EndsWith(word, StringComparison.Ordinal));
    }

    private static bool IsInstrument(INamedTypeSymbol type, Types types)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at, types.Instrument))
                return true;
        }

        return false;
    }

    private sealed class Types(INamedTypeSymbol instrument, INamedTypeSymbol? tagList, INamedTypeSymbol? measurement, INamedTypeSymbol? pair, INamedTypeSymbol? exception, INamedTypeSymbol? uri, INamedTypeSymbol? path, IEnumerable<INamedTypeSymbol> values)
    {
        public INamedTypeSymbol Instrument => instrument;

        public INamedTypeSymbol? TagList => tagList;

        public INamedTypeSymbol? Measurement => measurement;

        public INamedTypeSymbol? Pair => pair;

        public INamedTypeSymbol? Exception => exception;

        public INamedTypeSymbol? Uri => uri;

        public INamedTypeSymbol? Path => path;

        /// <summary>Types whose values hardly ever come twice.</summary>
        public ImmutableHashSet<ISymbol?> Values { get; } = values.ToImmutableHashSet<ISymbol?>(SymbolEqualityComparer.Default);
    }
}
