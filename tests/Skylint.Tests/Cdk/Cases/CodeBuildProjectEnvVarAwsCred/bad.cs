using Amazon.CDK.AWS.CodeBuild;
using Constructs;

namespace Cases.CodeBuildProjectEnvVarAwsCred;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new Project(scope, "Subject", new ProjectProps
        {
            BuildSpec = BuildSpec.FromSourceFilename("buildspec.yml"),
            Source = Source.GitHub(new GitHubSourceProps { Owner = "example", Repo = "orders" }),
            EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable>
            {
                ["STAGE"] = new BuildEnvironmentVariable { Value = "prod" },
                ["AWS_ACCESS_KEY_ID"] = new BuildEnvironmentVariable { Value = "example" },
            },
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnProject(scope, "Subject", new CfnProjectProps
        {
            ServiceRole = "arn:aws:iam::111122223333:role/build",
            Artifacts = new CfnProject.ArtifactsProperty { Type = "NO_ARTIFACTS" },
            Source = new CfnProject.SourceProperty { Type = "NO_SOURCE", BuildSpec = "version: 0.2" },
            Environment = new CfnProject.EnvironmentProperty { ComputeType = "BUILD_GENERAL1_SMALL", Image = "aws/codebuild/standard:7.0", Type = "LINUX_CONTAINER", EnvironmentVariables = new[] { new CfnProject.EnvironmentVariableProperty { Name = "AWS_SECRET_ACCESS_KEY", Value = "example" } } },
        });
    }
}
