using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A presigned URL without TLS, or with a time of expiry that depends on where the process runs.</summary>
internal sealed class PresignedUrlKindOrHttp : SettingRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2027",
        Key = "presigned-url-kind-or-http",
        Title = "Presigned URL is insecure or expires at the wrong time",
        Message = "{0}",
        Why = "A URL without TLS gives the object and the signature to everybody on the way. A time without a kind is taken for the local time of the machine, so that the same URL is valid for hours longer or shorter elsewhere.",
        Category = Category.Security,
        Level = Level.Warning,
        FixSummary = "Uses HTTPS, or says that the time is UTC.",
        References = new() { Cwe = ["CWE-319"] },
    };

    public override bool IsQuietInTests => true;

    protected override IReadOnlyList<string> Properties => ["Protocol", "Expires"];

    protected override SettingFinding? Judge(SdkRun run, OperationAnalysisContext context, PropertySet set)
    {
        if (set.Owner?.Name != "GetPreSignedUrlRequest")
            return null;
        if (set.Property.Name == "Protocol")
        {
            return set.Value.StaticMember() is { Name: "HTTP", ContainingType.Name: "Protocol" } && !run.SourceMentions("localhost") && !run.SourceMentions("http://")
                ? new SettingFinding("Amazon.S3.Protocol.HTTPS", "The URL is fetched without TLS; use 'Protocol.HTTPS'")
                : null;
        }

        return IsOfNoKind(set.Value) ? new SettingFinding($"System.DateTime.SpecifyKind({set.Assignment.Value.Syntax}, System.DateTimeKind.Utc)", "The time has no kind and is taken for local time; say that it is UTC") : null;
    }

    private static bool IsOfNoKind(IOperation value) => value switch
    {
        // DateTime.Now and Today know that they are local and are converted: nothing wrong with them.
        IObjectCreationOperation { Type.SpecialType: SpecialType.System_DateTime } creation => creation.Arguments.Length > 1 && creation.Arguments.All(a => a.Parameter?.Type.Name != "DateTimeKind"),
        IInvocationOperation { TargetMethod: { IsStatic: true, Name: "Parse" or "ParseExact", ContainingType.SpecialType: SpecialType.System_DateTime } parse } => parse.Parameters.All(p => p.Type.Name != "DateTimeStyles"),
        IInvocationOperation { Instance: { } before, TargetMethod: { ContainingType.SpecialType: SpecialType.System_DateTime, Name: var name } } when name.StartsWith("Add", StringComparison.Ordinal) => IsOfNoKind(before.Unwrapped()),
        _ => false,
    };
}
