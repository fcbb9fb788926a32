using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about AWS Lambda.</summary>
internal static class Lambda
{
    /// <summary>The classes that make a function, with the same properties.</summary>
    public static readonly string[] Functions =
    [
        "Amazon.CDK.AWS.Lambda.Function",
        "Amazon.CDK.AWS.Lambda.DockerImageFunction",
        "Amazon.CDK.AWS.Lambda.Nodejs.NodejsFunction",
        "Amazon.CDK.AWS.Lambda.SingletonFunction",
    ];

    private static readonly Fix s_iamUrl = Fix.Set("AuthType", "Amazon.CDK.AWS.Lambda.FunctionUrlAuthType.AWS_IAM", "Require IAM authorisation (callers must sign their requests)");

    public static readonly ConstructRule FunctionUrlAuth = new()
    {
        Id = "SKY1033",
        Key = "LambdaFunctionUrlAuth",
        Title = "Function URL can be called by anyone",
        Message = "The URL of {0} can be called by anyone; set AuthType to AWS_IAM",
        Why = "Whoever finds the address can run the function, as often as they like and at your cost, with whatever input they choose.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References { Checkov = ["CKV_AWS_258"], Sonar = ["S6333"], Cwe = ["CWE-306"] },
        CfnProperties = ["AuthType"],
        Targets =
        [
            Target.Call("Amazon.CDK.AWS.Lambda.IFunction", "AddFunctionUrl", Prop("options.AuthType").IsNot("NONE"), s_iamUrl),
            Target.Of("Amazon.CDK.AWS.Lambda.FunctionUrl", Prop("AuthType").IsNot("NONE"), s_iamUrl),
            Target.Of("Amazon.CDK.AWS.Lambda.CfnUrl", Prop("AuthType").IsNot("NONE"), Fix.Set("AuthType", "\"AWS_IAM\"", "Require IAM authorisation (callers must sign their requests)")),
        ],
    };

    public static readonly ConstructRule Tracing = new()
    {
        Id = "SKY1034",
        Key = "LambdaTracing",
        Title = "Function is not traced",
        Message = "{0} is not traced; set Tracing = Tracing.ACTIVE",
        Why = "When a request through several services is slow or fails, a trace shows in which of them. A function without active tracing is a gap in it.",
        Category = Category.Operations,
        Level = Level.Info,
        References = new References { CdkNag = ["Serverless-LambdaTracing"], Trivy = ["AWS-0066"] },
        CfnProperties = ["TracingConfig"],
        Targets =
        [
            Target.Of(Functions, Prop("Tracing").Is("ACTIVE"), Fix.Set("Tracing", "Amazon.CDK.AWS.Lambda.Tracing.ACTIVE")),
            Target.Of(
                "Amazon.CDK.AWS.Lambda.CfnFunction",
                Prop("TracingConfig.Mode").Is("Active"),
                Fix.Set("TracingConfig", "new Amazon.CDK.AWS.Lambda.CfnFunction.TracingConfigProperty { Mode = \"Active\" }", "Set TracingConfig to Active")),
        ],
    };

    public static readonly ConstructRule ImplicitLogGroup = new()
    {
        Id = "SKY1035",
        Key = "LambdaLogGroupImplicit",
        Title = "Function logs are kept for ever",
        Message = "The logs of {0} are kept for ever; give it a LogGroup with a retention time",
        Why = "Lambda makes a log group by itself when the function first runs. It never expires, so its cost only grows, and it stays behind when the stack is deleted.",
        Category = Category.Cost,
        Level = Level.Info,
        References = new References { Sonar = ["S6294", "S6295"] },
        CfnProperties = ["LoggingConfig"],
        Targets =
        [
            Target.Of(
                Functions,
                AnyOf(
                    // With the flag the library makes a group that keeps its logs for two years.
                    Prop("LogGroup").IsSet(Default.Since(2, 200, Default.Flag("@aws-cdk/aws-lambda:useCdkManagedLogGroup", Default.Satisfies, Default.Violates), Default.Violates)),
                    Prop("LogRetention").IsSet(),
                    UsedBy("Amazon.CDK.AWS.Logs.LogGroup", "Amazon.CDK.AWS.Logs.LogRetention", "Amazon.CDK.AWS.Logs.CfnLogGroup"),
                    That(IsNamedGroup)),
                Fix.Set(
                    "LogGroup",
                    "new Amazon.CDK.AWS.Logs.LogGroup({scope}, \"{id}Logs\", new Amazon.CDK.AWS.Logs.LogGroupProps { Retention = Amazon.CDK.AWS.Logs.RetentionDays.THREE_MONTHS })",
                    "Keep the logs for three months"),
                Fix.Set("LogRetention", "Amazon.CDK.AWS.Logs.RetentionDays.THREE_MONTHS", "Keep the logs for three months")),
        ],
    };

    public static readonly ConstructRule SecretEnvironment = new()
    {
        Id = "SKY1036",
        Key = "LambdaSecretEnvironment",
        Title = "Secret stands in an environment variable of a function",
        Message = "{0} carries a secret in its environment variable '{1}'; pass the secret's ARN instead and read it at run time",
        Why = "Environment variables are plain text to everyone who may look at the function in the console, in the template or in the repository, and a rotated secret does not reach them. Pass the ARN, grant read access and let the function fetch the secret.",
        NoFix = "The function's own code has to change with it: it must read the secret at run time.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References { Checkov = ["CKV_AWS_45"], Sonar = ["S6418"], Cwe = ["CWE-798", "CWE-526"] },
        CfnProperties = ["Environment"],
        Targets =
        [
            Target.Of(Functions, Prop("Environment").Has(That(EnvironmentVariables.HoldNoSecret))),
            Target.Call("Amazon.CDK.AWS.Lambda.Function", "AddEnvironment", That((arguments, call) => EnvironmentVariables.Entry(arguments, call, "key", "value"))),
            Target.Of("Amazon.CDK.AWS.Lambda.CfnFunction", Prop("Environment.Variables").Has(That(EnvironmentVariables.HoldNoSecret))),
        ],
    };

    public static readonly ConstructRule ReservedEnvironment = new()
    {
        Id = "SKY1244",
        Key = "LambdaReservedEnv",
        Title = "Environment variable of a function is reserved by Lambda",
        Message = "{0} is given the environment variable '{1}', which Lambda sets itself and refuses; leave it out, or choose another name",
        Why = "Lambda sets its own variables for every function, such as the region and the credentials of the role. A function that is given one of them cannot be deployed.",
        NoFix = "Whether the variable can go, or has to reach the function under another name, depends on the function's code.",
        Category = Category.Reliability,
        Level = Level.Warning,
        References = new References { Sonar = ["S7617"], Links = ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html"] },
        CfnProperties = ["Environment"],
        Targets =
        [
            Target.Of(Functions, Prop("Environment").Has(That(EnvironmentVariables.AreNotReserved))),
            Target.Call("Amazon.CDK.AWS.Lambda.Function", "AddEnvironment", That((arguments, call) => EnvironmentVariables.IsNotReserved(arguments, call, "key"))),
            Target.Of("Amazon.CDK.AWS.Lambda.CfnFunction", Prop("Environment.Variables").Has(That(EnvironmentVariables.AreNotReserved))),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [FunctionUrlAuth, Tracing, ImplicitLogGroup, SecretEnvironment, ReservedEnvironment];

    // A function with a fixed name may have its group made beforehand, under the name that Lambda would use.
    private static Verdict IsNamedGroup(Value props, Construct function) =>
        function.Cdk.Resolver.Member(props, "FunctionName") is not (UnsetValue or NullValue) && (function.Cdk.Index.Mentions("LogGroup") || function.Cdk.Index.Mentions("CfnLogGroup")) ? Verdict.Unknown : Verdict.Violated;
}
