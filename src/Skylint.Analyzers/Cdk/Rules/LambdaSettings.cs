using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about the settings of AWS Lambda functions: memory, time, concurrency, runtime, network.</summary>
internal static class LambdaSettings
{
    private const string ArmTitle = "Run on Graviton (the code must be built for it)";
    private const string CfnFunction = "Amazon.CDK.AWS.Lambda.CfnFunction";

    public static readonly ConstructRule DefaultMemory = new()
    {
        Id = "SKY1131",
        Key = "LambdaDefaultMemorySize",
        Title = "Function runs with the least memory",
        Message = "{0} runs with the default of 128 MB; set MemorySize",
        Why = "Memory decides how much of a processor the function gets. With 128 MB a .NET function spends seconds on its start, and since the price counts time as well, more memory is often cheaper.",
        Category = Category.Performance,
        Level = Level.Info,
        References = new References { CdkNag = ["Serverless-LambdaDefaultMemorySize"] },
        CfnProperties = ["MemorySize"],
        Targets = [Target.Of([.. Lambda.Functions, CfnFunction], Prop("MemorySize").IsSet(), Fix.Set("MemorySize", "512"))],
    };

    public static readonly ConstructRule DefaultTimeout = new()
    {
        Id = "SKY1132",
        Key = "LambdaDefaultTimeout",
        Title = "Function has the default timeout of three seconds",
        Message = "{0} is stopped after the default of three seconds; set Timeout",
        Why = "A cold start and one slow call take longer than three seconds, and then the function fails for a reason that no test shows. A stated timeout is a decision.",
        Category = Category.Reliability,
        Level = Level.Off,
        References = new References { CdkNag = ["Serverless-LambdaDefaultTimeout"] },
        CfnProperties = ["Timeout"],
        Targets =
        [
            Target.Of(Lambda.Functions, Prop("Timeout").IsSet(), Fix.Set("Timeout", "Amazon.CDK.Duration.Seconds(30)", "Set Timeout to 30 seconds")),
            Target.Of(CfnFunction, Prop("Timeout").IsSet(), Fix.Set("Timeout", "30", "Set Timeout to 30 seconds")),
        ],
    };

    public static readonly ConstructRule Concurrency = new()
    {
        Id = "SKY1133",
        Key = "LambdaConcurrency",
        Title = "Function shares the concurrency of the account",
        Message = "{0} may use all of the concurrency of the account; set ReservedConcurrentExecutions",
        Why = "All functions of an account share one limit: a flood of events for one of them throttles the others, and the databases that it calls. A reservation limits it, and is its own guarantee.",
        NoFix = "How much each function may take of what the account has is a decision that only the owner can make.",
        Category = Category.Reliability,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-LambdaConcurrency", "NIST.800.53.R5-LambdaConcurrency"],
            Checkov = ["CKV_AWS_115"],
            Guard = ["LAMBDA_CONCURRENCY_CHECK"],
            Cwe = ["CWE-770"],
        },
        CfnProperties = ["ReservedConcurrentExecutions"],
        // Zero stops the function altogether.
        Targets = [Target.Of([.. Lambda.Functions, CfnFunction], Prop("ReservedConcurrentExecutions").IsAtLeast(1))],
    };

    public static readonly ConstructRule InVpc = new()
    {
        Id = "SKY1134",
        Key = "LambdaInsideVPC",
        Title = "Function runs outside of a network of yours",
        Message = "{0} runs outside of a VPC; set Vpc",
        Why = "Outside of a VPC a function reaches the internet without a firewall or flow log between. Some compliance rules demand otherwise; a function that only calls AWS gains nothing by it but slower starts and a NAT gateway to pay for.",
        NoFix = "The function needs a network, subnets and routes to what it calls.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-LambdaInsideVPC", "NIST.800.53.R4-LambdaInsideVPC", "NIST.800.53.R5-LambdaInsideVPC", "PCI.DSS.321-LambdaInsideVPC"],
            SecurityHub = ["Lambda.3"],
            Checkov = ["CKV_AWS_117"],
        },
        CfnProperties = ["VpcConfig"],
        Targets =
        [
            Target.Of(Lambda.Functions, Prop("Vpc").IsSet()),
            Target.Of(CfnFunction, AnyOf(Prop("VpcConfig.SubnetIds").IsSet(), Prop("VpcConfig.SecurityGroupIds").IsSet())),
        ],
    };

    public static readonly ConstructRule LatestVersion = new()
    {
        Id = "SKY1135",
        Key = "LambdaLatestVersion",
        Title = "Function does not use the newest runtime",
        Message = "{0} uses an older runtime; {1} is the newest that the referenced CDK knows",
        Why = "A runtime gets security patches for a few years only, and then functions that use it can no longer be changed. Going one version at a time is easier than having to go several at once.",
        NoFix = "The code of the function has to be built and tested for the newer runtime.",
        Category = Category.Operations,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["AwsSolutions-L1", "Serverless-LambdaLatestVersion"],
            SecurityHub = ["Lambda.2"],
            Checkov = ["CKV_AWS_363"],
            Cwe = ["CWE-1104"],
        },
        CfnProperties = ["Runtime"],
        Targets =
        [
            Target.Of(["Amazon.CDK.AWS.Lambda.Function", "Amazon.CDK.AWS.Lambda.SingletonFunction", CfnFunction], LambdaRuntimes.IsNewest),
            // Left out, the library takes the newest it likes.
            Target.Of("Amazon.CDK.AWS.Lambda.Nodejs.NodejsFunction", LambdaRuntimes.IsNewest),
        ],
    };

    public static readonly ConstructRule Arm = new()
    {
        Id = "SKY1158",
        Key = "LambdaArm64",
        Title = "Function runs on the dearer processors",
        Message = "{0} runs on x86; set Architecture = Architecture.ARM_64 where the code allows it",
        Why = "Graviton processors cost a fifth less for the same time and are mostly faster. .NET code runs on them unless it brings native libraries or is compiled ahead of time for x86.",
        Category = Category.Cost,
        Level = Level.Info,
        References = new References { Links = ["https://docs.aws.amazon.com/lambda/latest/dg/foundation-arch.html"] },
        CfnProperties = ["Architectures"],
        Targets =
        [
            Target.Of(Lambda.Functions, Prop("Architecture").Is("ARM_64"), Fix.Set("Architecture", "Amazon.CDK.AWS.Lambda.Architecture.ARM_64", ArmTitle)),
            Target.Of(CfnFunction, Prop("Architectures").Some(Self.Is("arm64")), Fix.Set("Architectures", "new[] { \"arm64\" }", ArmTitle)),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [DefaultMemory, DefaultTimeout, Concurrency, InVpc, LatestVersion, Arm];
}
