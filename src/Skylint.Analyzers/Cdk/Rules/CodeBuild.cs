using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about AWS CodeBuild.</summary>
internal static class CodeBuild
{
    private const string CfnProject = "Amazon.CDK.AWS.CodeBuild.CfnProject";
    private const string ManagedImage = "aws/codebuild/";

    private static readonly string[] s_projects = ["Amazon.CDK.AWS.CodeBuild.Project", "Amazon.CDK.AWS.CodeBuild.PipelineProject"];

    private static readonly string[] s_credentials = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];

    public static readonly ConstructRule PlainCredentials = new()
    {
        Id = "SKY1071",
        Key = "CodeBuildProjectEnvVarAwsCred",
        Title = "Build project carries AWS credentials in plain text",
        Message = "{0} carries AWS credentials in plain text; remove them and give the project's role the permissions",
        Why = "Everybody who may look at the project, at its template or at a build log can use the key from anywhere, and it never expires. A build has a role of its own whose credentials last for hours.",
        NoFix = "What the build may do has to be granted to the project's role instead.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["HIPAA.Security-CodeBuildProjectEnvVarAwsCred", "NIST.800.53.R4-CodeBuildProjectEnvVarAwsCred", "PCI.DSS.321-CodeBuildProjectEnvVarAwsCred"],
            SecurityHub = ["CodeBuild.2"],
            Sonar = ["S6418"],
            Guard = ["CODEBUILD_PROJECT_ENVVAR_AWSCRED_CHECK"],
            Cwe = ["CWE-798", "CWE-526"],
        },
        CfnProperties = ["Environment"],
        Targets =
        [
            Target.Of(s_projects, AllOf(Prop("EnvironmentVariables").Has(That(HoldsNoCredentials)), Prop("Environment.EnvironmentVariables").Has(That(HoldsNoCredentials)))),
            Target.Of(CfnProject, Prop("Environment.EnvironmentVariables").Each(When(Prop("Name").IsOneOf(s_credentials), Prop("Type").IsNot("PLAINTEXT", Default.Violates)))),
        ],
    };

    public static readonly ConstructRule EncryptedArtifacts = new()
    {
        Id = "SKY1072",
        Key = "CodeBuildProjectKMSEncryptedArtifacts",
        Title = "Build artifacts have no KMS key of their own",
        Message = "The artifacts of {0} have no KMS key of their own; set EncryptionKey",
        Why = "Artifacts go into production. With the key that all of S3 shares, everybody who may read the bucket can read them; a key of one's own is a second lock, and it records who opened it.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-CB4"], Checkov = ["CKV_AWS_78"], Trivy = ["AWS-0018"], Guard = ["CODEBUILD_ENCRYPTION_KEY_RULE"], Cwe = ["CWE-311"] },
        CfnProperties = ["EncryptionKey"],
        Targets =
        [
            Target.Of(
                s_projects,
                Prop("EncryptionKey").IsSet(),
                Fix.Set("EncryptionKey", "new Amazon.CDK.AWS.KMS.Key({scope}, \"{id}Key\", new Amazon.CDK.AWS.KMS.KeyProps { EnableKeyRotation = true })", "Encrypt with a new customer-managed key")),
            Target.Of(
                CfnProject,
                Prop("EncryptionKey").Test(key => key is UnknownValue { NotNull: false } ? Outcome.Unknown : key is ConstantValue { Constant: "alias/aws/s3" } ? Outcome.Violated : Outcome.Satisfied, Default.Violates),
                Fix.Set("EncryptionKey", "new Amazon.CDK.AWS.KMS.Key({scope}, \"{id}Key\", new Amazon.CDK.AWS.KMS.KeyProps { EnableKeyRotation = true }).KeyArn", "Encrypt with a new customer-managed key")),
        ],
    };

    public static readonly ConstructRule ManagedImages = new()
    {
        Id = "SKY1073",
        Key = "CodeBuildProjectManagedImages",
        Title = "Build runs in an image of somebody else",
        Message = "{0} runs in an image that AWS does not maintain; use one of CodeBuild's own",
        Why = "An image from elsewhere sees the sources, the secrets and the artifacts of each build, and it is patched when its owner thinks of it.",
        NoFix = "The tools that the build needs may exist in the other image only.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-CB5"], Cwe = ["CWE-829"] },
        CfnProperties = ["Environment"],
        Targets =
        [
            Target.Of(s_projects, Prop("Environment.BuildImage").Has(That(IsManaged))),
            Target.Of(CfnProject, Prop("Environment.Image").Has(That(IsManaged))),
        ],
    };

    public static readonly ConstructRule SourceAuthorization = new()
    {
        Id = "SKY1074",
        Key = "CodeBuildProjectSourceRepoUrl",
        Title = "Build reaches its repository with a personal credential",
        Message = "{0} reaches its repository without OAuth or a connection; set the type of Source.Auth",
        Why = "A token or a password in the address of a repository belongs to a person, allows everything that the person may, and stands in the template. OAuth and CodeConnections grant access that can be withdrawn.",
        NoFix = "The account has to be connected to the repository first.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-CodeBuildProjectSourceRepoUrl", "NIST.800.53.R4-CodeBuildProjectSourceRepoUrl", "PCI.DSS.321-CodeBuildProjectSourceRepoUrl"],
            SecurityHub = ["CodeBuild.1"],
            Guard = ["CODEBUILD_PROJECT_SOURCE_REPO_URL_CHECK"],
            Cwe = ["CWE-522"],
        },
        CfnProperties = ["Source"],
        Targets =
        [
            // An L2 cannot say how it signs in: it uses what the account was connected with. Other sources have nothing to sign in to.
            Target.Of(
                CfnProject,
                When(
                    Prop("Source.Type").IsOneOf(["GITHUB", "BITBUCKET", "GITHUB_ENTERPRISE"], Default.Unknown),
                    Prop("Source.Auth.Type").IsOneOf(["OAUTH", "CODECONNECTIONS", "SECRETS_MANAGER"]))),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [PlainCredentials, EncryptedArtifacts, ManagedImages, SourceAuthorization];

    private static Verdict HoldsNoCredentials(Value variables, Construct project)
    {
        if (variables is not MapValue map)
            return variables is UnsetValue or NullValue ? Outcome.Satisfied : Outcome.Unknown;
        foreach (var name in s_credentials)
        {
            if (map.Entries.TryGetValue(name, out var variable) && Prop("Type").IsNot("PLAINTEXT", Default.Violates).Check(variable, project).Outcome == Outcome.Violated)
                return new Verdict(Outcome.Violated, variable);
        }

        return map.IsOpen ? Outcome.Unknown : Outcome.Satisfied;
    }

    private static Verdict IsManaged(Value image, Construct project) => image switch
    {
        // Left out, the L2 takes one of CodeBuild's.
        UnsetValue or NullValue => Outcome.Satisfied,
        ConstantValue { Constant: string name } => name.StartsWith(ManagedImage, StringComparison.Ordinal) ? Outcome.Satisfied : Outcome.Violated,
        // The images for machine learning come from another registry of AWS.
        MemberValue { Member.ContainingType.Name: "LinuxGpuBuildImage" } => Outcome.Violated,
        MemberValue => Outcome.Satisfied,
        CallValue { Method.Name: "FromCodeBuildImageId", Arguments.Count: 1 } call => IsManaged(call.Arguments[0], project),
        CallValue { Method.Name: "FromDockerRegistry" or "FromEcrRepository" or "FromAsset" } => Outcome.Violated,
        _ => Outcome.Unknown,
    };
}
