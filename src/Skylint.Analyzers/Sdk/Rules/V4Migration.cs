using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>What version 4 of the SDK no longer has.</summary>
internal sealed class V4Migration : SdkRule
{
    private static readonly string[] s_types =
    [
        "StoredProfileAWSCredentials", "StoredProfileCredentials", "StoredProfileFederatedCredentials", "ProfileManager", "AWSCredentialsProfile", "SAMLRoleProfile", "ECSTaskCredentials", "StoredProfileSAMLCredentials", "AmazonS3EncryptionClient",
    ];

    private static readonly string[] s_properties =
    [
        "ReadEntireResponse", "ReadWriteTimeout", "SignatureVersion", "EndpointDefinition", "Logging", "LogMetrics", "ResponseLogging", "UseSignatureVersion4", "CalculateContentMD5Header", "DisableMD5Stream", "NumberOfUploadThreads", "EC2MetadataV1Disabled",
    ];

    public override Rule Rule { get; } = new()
    {
        Id = "SKY2069",
        Key = "v4-migration-readiness",
        Title = "Gone in version 4 of the SDK",
        Message = "'{0}' does not exist in version 4{1}",
        Why = "Version 3 is in maintenance mode. Code that does without what version 4 dropped can move by changing the version of the packages.",
        Category = Category.Operations,
        Level = Level.Off,
        FixSummary = "Uses the property without 'Utc' in its name.",
        References = new() { Links = ["https://docs.aws.amazon.com/sdk-for-net/v4/developer-guide/net-dg-v4.html"] },
    };

    public override bool AppliesTo(SdkRun run) => run.Sdk.Version.Major < 4 && base.AppliesTo(run);

    public override void Subscribe(SdkSubscriptions to)
    {
        foreach (var type in s_types)
        {
            to.OnCreationOf(type, (run, context, creation) =>
            {
                if (AwsSdk.IsAmazon(creation.Type))
                    SdkRun.Report(context, Rule, creation.NameLocation(), type, string.Empty);
            });
        }

        foreach (var property in s_properties)
        {
            // Only what the core and S3 declare: other services have members of such names that stay.
            to.OnRead(property, (run, context, read) =>
            {
                if (read.Property.ContainingType is { } owner && (run.Sdk.KindOf(owner) == SdkKind.Config || owner.Name.StartsWith("AWSConfigs", StringComparison.Ordinal) || AwsSdk.ServiceOf(owner) is "S3" || owner.Name == "EC2InstanceMetadata"))
                    SdkRun.Report(context, Rule, NameOf(read), property, string.Empty);
            });
        }

        to.OnRead(SdkSubscriptions.AnyUtc, (run, context, read) =>
        {
            var twin = read.Property.Name.Substring(0, read.Property.Name.Length - "Utc".Length);
            if (read.Property.ContainingType.GetMembers(twin).OfType<IPropertySymbol>().Any())
                SdkRun.Report(context, Rule, NameOf(read), twin, [read.Property.Name, $", where '{twin}' is in UTC"]);
        });
    }

    private static Location NameOf(IPropertyReferenceOperation read) =>
        read.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.MemberAccessExpressionSyntax access ? access.Name.GetLocation() : read.Syntax.GetLocation();
}
