using Amazon.CDK.AWS.CodeBuild;
using Constructs;

namespace Cases.CodeBuildProjectSourceRepoUrl;

public static class Good
{
    public static void Build(Construct scope)
    {
        new CfnProject(scope, "Subject", new CfnProjectProps
        {
            ServiceRole = "arn:aws:iam::111122223333:role/build",
            Artifacts = new CfnProject.ArtifactsProperty { Type = "NO_ARTIFACTS" },
            Source = new CfnProject.SourceProperty { Type = "GITHUB", Location = "https://github.com/example/orders.git", Auth = new CfnProject.SourceAuthProperty { Type = "OAUTH" } },
            Environment = new CfnProject.EnvironmentProperty { ComputeType = "BUILD_GENERAL1_SMALL", Image = "aws/codebuild/standard:7.0", Type = "LINUX_CONTAINER" },
        });
    }
}
