using System.Net;
using System.Net.Sockets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>Requests to a remote endpoint without TLS.</summary>
internal sealed class InsecureEndpoint : SettingRule
{
    private static readonly string[] s_localSuffixes = [".local", ".localhost", ".internal", ".localstack.cloud", ".test", ".svc"];

    public override Rule Rule { get; } = new()
    {
        Id = "SKY2004",
        Key = "insecure-endpoint",
        Title = "Client talks plain HTTP to a remote endpoint",
        Message = "'{0}' sends requests and data without TLS; use HTTPS",
        Why = "Requests are signed but not encrypted: whoever is on the way reads keys, messages and objects, and can repeat the signed request.",
        Category = Category.Security,
        Level = Level.Warning,
        FixSummary = "Uses HTTPS.",
        References = new() { Sonar = ["S5332"], Cwe = ["CWE-319"] },
    };

    public override bool IsQuietInTests => true;

    protected override IReadOnlyList<string> Properties => ["UseHttp", "ServiceURL"];

    protected override SettingFinding? Judge(SdkRun run, OperationAnalysisContext context, PropertySet set)
    {
        if (run.Sdk.KindOf(set.Owner) != SdkKind.Config)
            return null;
        if (set.Property.Name == "UseHttp")
            return set.Value.IsConstant(true) && !HasEndpoint(run, set) ? new SettingFinding(SettingRule.Remove, "UseHttp = true") : null;
        if (set.Value.Text() is not { } text || !Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || IsLocal(uri.Host))
            return null;
        // A port is chosen for a protocol, and HTTPS hardly listens on the same one.
        var fix = uri.IsDefaultPort && set.Assignment.Value.Syntax is LiteralExpressionSyntax ? SymbolDisplay.FormatLiteral("https" + text.Substring(4), quote: true) : null;
        return new SettingFinding(fix, text);
    }

    // An endpoint of its own is judged by its address: with LocalStack both are set.
    private static bool HasEndpoint(SdkRun run, PropertySet set) =>
        set.Target.Instance is { } config
        && (ConfigurationOf(config) is not { } creation || ObjectFacts.Of(creation, run.Sdk).IsMentioned("ServiceURL"));

    private static IObjectCreationOperation? ConfigurationOf(IOperation config) => config switch
    {
        IInstanceReferenceOperation => config.Ancestors().OfType<IObjectCreationOperation>().FirstOrDefault(),
        ILocalReferenceOperation local => BodyIndex.Of(config).SingleValue(local.Local) as IObjectCreationOperation,
        _ => null,
    };

    private static bool IsLocal(string host)
    {
        if (host.IndexOf('.') < 0 && host.IndexOf(':') < 0)
            return true;
        if (IPAddress.TryParse(host.Trim('[', ']'), out var address))
            return IPAddress.IsLoopback(address) || address.AddressFamily == AddressFamily.InterNetworkV6 || IsPrivate(address.GetAddressBytes());
        return Array.Exists(s_localSuffixes, suffix => host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsPrivate(byte[] address) =>
        address[0] is 0 or 10 or 127
        || (address[0] == 172 && address[1] is >= 16 and <= 31)
        || (address[0] == 192 && address[1] == 168)
        || (address[0] == 169 && address[1] == 254);
}
