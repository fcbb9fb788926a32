using System.Text.RegularExpressions;
using Skylint.Catalog;
using Skylint.Cdk.Model;
using Skylint.Configuration;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about the stages of Amazon API Gateway, made by hand or brought along by an API.</summary>
internal static class ApiGatewayStages
{
    private const string CfnStage = "Amazon.CDK.AWS.APIGateway.CfnStage";
    private const string CfnStage2 = "Amazon.CDK.AWS.Apigatewayv2.CfnStage";
    private const string JsonFormat = "Amazon.CDK.AWS.APIGateway.AccessLogFormat.JsonWithStandardFields()";

    private const string NewLogGroup = "new Amazon.CDK.AWS.Logs.LogGroup({scope}, \"{id}AccessLogs\", new Amazon.CDK.AWS.Logs.LogGroupProps { Retention = Amazon.CDK.AWS.Logs.RetentionDays.THREE_MONTHS })";
    private const string JsonLog = "Write a JSON access log, kept for three months";
    private const string Limit = "Limit callers to 100 requests a second (choose your own limit)";

    // Each makes a stage unless it is told not to.
    public static readonly string[] RestApis =
    [
        "Amazon.CDK.AWS.APIGateway.RestApi", "Amazon.CDK.AWS.APIGateway.LambdaRestApi", "Amazon.CDK.AWS.APIGateway.StepFunctionsRestApi", "Amazon.CDK.AWS.APIGateway.SpecRestApi",
    ];

    private static readonly string[] s_stages2 = ["Amazon.CDK.AWS.Apigatewayv2.HttpStage", "Amazon.CDK.AWS.Apigatewayv2.WebSocketStage"];

    private static readonly Requirement s_makesStage = Prop("Deploy").IsNotFalse();

    // The stage that an HTTP API makes can be given nothing: only a stage of one's own can.
    private static readonly Target s_defaultStage = Target.Of("Amazon.CDK.AWS.Apigatewayv2.HttpApi", Prop("CreateDefaultStage").IsFalse(Default.Violates));

    private static readonly Requirement s_isForAllMethods = Prop("HttpMethod").Is("*") & Prop("ResourcePath").Is("/*");

    public static readonly ConstructRule AccessLogging = new()
    {
        Id = "SKY1043",
        Key = "APIGWAccessLogging",
        Title = "API keeps no access log",
        Message = "{0} keeps no access log; set AccessLogDestination",
        Why = "Without an access log nobody can tell who called the API, when and with what result: neither an attack nor a customer's complaint can be followed up.",
        Category = Category.Operations,
        Level = Level.Info,
        References = new References
        {
            CdkNag = ["AwsSolutions-APIG1", "Serverless-APIGWAccessLogging"],
            SecurityHub = ["APIGateway.9"],
            Checkov = ["CKV_AWS_76", "CKV_AWS_95"],
            Trivy = ["AWS-0001"],
            Sonar = ["S6258"],
            Guard = ["API_GW_STAGE_ACCESS_LOGGING_RULE", "API_GWV2_ACCESS_LOGS_ENABLED"],
            Cwe = ["CWE-778"],
        },
        CfnProperties = ["AccessLogSetting", "AccessLogSettings"],
        Targets =
        [
            .. OfStages(
                stage => Prop(stage + "AccessLogDestination").IsSet(),
                stage => [Fix.SetAll(JsonLog, (stage + "AccessLogDestination", $"new Amazon.CDK.AWS.APIGateway.LogGroupLogDestination({NewLogGroup})"), (stage + "AccessLogFormat", JsonFormat))]),
            Target.Of(
                CfnStage,
                Prop("AccessLogSetting").IsSet(),
                Fix.Set("AccessLogSetting", $"new Amazon.CDK.AWS.APIGateway.CfnStage.AccessLogSettingProperty {{ DestinationArn = {NewLogGroup}.LogGroupArn, Format = {JsonFormat}.ToString() }}", JsonLog)),
            Target.Of(CfnStage, When(Prop("AccessLogSetting").IsSet(), Prop("AccessLogSetting.DestinationArn").IsSet() & Prop("AccessLogSetting.Format").IsSet())),
            s_defaultStage,
            Target.Of(s_stages2, Prop("AccessLogSettings").IsSet()),
            Target.Of(CfnStage2, Prop("AccessLogSettings.DestinationArn").IsSet() & Prop("AccessLogSettings.Format").IsSet()),
        ],
    };

    public static readonly ConstructRule WebAcl = new()
    {
        Id = "SKY1044",
        Key = "APIGWAssociatedWithWAF",
        Title = "API is not behind a web ACL",
        Message = "{0} is not behind a web ACL; associate its stage with one through CfnWebACLAssociation",
        Why = "A web ACL turns away known attacks and callers that ask too often before they reach the code behind the API.",
        NoFix = "Which rules the web ACL has, and what it costs, is for the team to decide.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-APIG3", "NIST.800.53.R5-APIGWAssociatedWithWAF", "PCI.DSS.321-APIGWAssociatedWithWAF"], SecurityHub = ["APIGateway.4"] },
        Targets = [.. OfStages(_ => HasWebAcl, _ => []), Target.Of(CfnStage, HasWebAcl)],
    };

    private const string WithoutCache = "without_cache";

    private static readonly string[] s_nagOfCache =
        ["HIPAA.Security-APIGWCacheEnabledAndEncrypted", "NIST.800.53.R4-APIGWCacheEnabledAndEncrypted", "NIST.800.53.R5-APIGWCacheEnabledAndEncrypted", "PCI.DSS.321-APIGWCacheEnabledAndEncrypted"];

    public static readonly ConstructRule CacheEncrypted = new()
    {
        Id = "SKY1045",
        Key = "APIGWCacheEnabledAndEncrypted",
        Title = "Cache of the API is not encrypted",
        Message = "{0} has no encrypted cache; set {1}",
        Why = "The cache holds what the API answers, personal data included. Encryption at rest costs nothing here and is off unless it is asked for.",
        Category = Category.Security,
        Level = Level.Info,
        References = new References
        {
            CdkNag = s_nagOfCache,
            SecurityHub = ["APIGateway.5"],
            Checkov = ["CKV_AWS_120"],
            Trivy = ["AWS-0002", "AWS-0190"],
            Guard = ["API_GW_CACHE_ENABLED_AND_ENCRYPTED"],
            Cwe = ["CWE-311"],
        },
        Options = [new RuleOption(WithoutCache, "false", "Also report stages that cache nothing, as cdk-nag does.") { CdkNag = s_nagOfCache }],
        CfnProperties = ["MethodSettings"],
        Targets =
        [
            // A stage that caches nothing has nothing to encrypt.
            .. OfStages(
                stage => Encrypted(When(Prop(stage + "CachingEnabled").IsTrue(), Prop(stage + "CacheDataEncrypted").IsTrue())),
                stage => [Fix.Set(stage + "CacheDataEncrypted", "true")]),
            Target.Of(CfnStage, Encrypted(Prop("MethodSettings").Each(When(Prop("CachingEnabled").IsTrue(), Prop("CacheDataEncrypted").IsTrue()))), Fix.Set("CacheDataEncrypted", "true")),
            .. OfStages(stage => Cached(Prop(stage + "CachingEnabled").IsTrue()), _ => []).Select(target => target with { Option = WithoutCache }),
            Target.Of(CfnStage, Cached(Prop("MethodSettings").Some(s_isForAllMethods & Prop("CachingEnabled").IsTrue()))) with { Option = WithoutCache },
        ],
    };

    public static readonly ConstructRule Throttling = new()
    {
        Id = "SKY1046",
        Key = "APIGWDefaultThrottling",
        Title = "API has no throttling limits of its own",
        Message = "{0} has no throttling limits of its own; set a rate limit and a burst limit",
        Why = "Without limits of its own an API may use up the whole account's: one busy client takes every other API of the region down with it, and what stands behind is not protected from more than it can take.",
        Category = Category.Reliability,
        Level = Level.Off,
        References = new References { CdkNag = ["Serverless-APIGWDefaultThrottling"], Cwe = ["CWE-770"] },
        CfnProperties = ["MethodSettings", "DefaultRouteSettings"],
        Targets =
        [
            .. OfStages(
                stage => Prop(stage + "ThrottlingRateLimit").IsSet() & Prop(stage + "ThrottlingBurstLimit").IsSet(),
                stage => [Fix.SetAll(Limit, (stage + "ThrottlingRateLimit", "100"), (stage + "ThrottlingBurstLimit", "200"))]),
            .. OfMethodSettings(Prop("ThrottlingRateLimit").IsSet() & Prop("ThrottlingBurstLimit").IsSet(), "ThrottlingRateLimit = 100, ThrottlingBurstLimit = 200", Limit),
            s_defaultStage,
            Target.Of(
                s_stages2,
                Prop("Throttle.RateLimit").IsSet() & Prop("Throttle.BurstLimit").IsSet(),
                Fix.SetAll(Limit, ("Throttle.RateLimit", "100"), ("Throttle.BurstLimit", "200"))),
            Target.Of(CfnStage2, Prop("DefaultRouteSettings.ThrottlingRateLimit").IsSet() & Prop("DefaultRouteSettings.ThrottlingBurstLimit").IsSet()),
        ],
    };

    public static readonly ConstructRule ExecutionLogging = new()
    {
        Id = "SKY1047",
        Key = "APIGWExecutionLoggingEnabled",
        Title = "API writes no execution log",
        Message = "{0} writes no execution log; set LoggingLevel to ERROR or INFO",
        Why = "The execution log says why API Gateway refused a request or could not reach what stands behind it. An access log only says that it did.",
        Category = Category.Operations,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["AwsSolutions-APIG6", "HIPAA.Security-APIGWExecutionLoggingEnabled", "NIST.800.53.R4-APIGWExecutionLoggingEnabled", "NIST.800.53.R5-APIGWExecutionLoggingEnabled", "PCI.DSS.321-APIGWExecutionLoggingEnabled"],
            SecurityHub = ["APIGateway.1"],
            Sonar = ["S6258"],
            Guard = ["API_GW_EXECUTION_LOGGING_ENABLED"],
            Cwe = ["CWE-778"],
        },
        CfnProperties = ["MethodSettings"],
        Targets =
        [
            .. OfStages(
                stage => Prop(stage + "LoggingLevel").IsOneOf(["ERROR", "INFO"]),
                stage => [Fix.Set(stage + "LoggingLevel", "Amazon.CDK.AWS.APIGateway.MethodLoggingLevel.ERROR")]),
            .. OfMethodSettings(Prop("LoggingLevel").IsOneOf(["ERROR", "INFO"]), "LoggingLevel = \"ERROR\"", "Log the errors of all methods"),
        ],
    };

    public static readonly ConstructRule RequestValidation = new()
    {
        Id = "SKY1048",
        Key = "APIGWRequestValidation",
        Title = "API validates no requests",
        Message = "{0} validates no requests; add a request validator for body and parameters, and name it in the methods",
        Why = "API Gateway can turn away requests that lack a parameter or do not fit the schema before they cost anything or reach code that did not expect them.",
        NoFix = "A validator is of no use until the methods name it and say which parameters and models they expect.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-APIG2"], Cwe = ["CWE-20"] },
        Targets =
        [
            Target.Of(
                [.. RestApis.Where(type => !type.EndsWith("SpecRestApi", StringComparison.Ordinal))],
                AnyOf(CallsWith("AddRequestValidator", Prop("props.ValidateRequestBody").IsTrue() & Prop("props.ValidateRequestParameters").IsTrue()), That(MayBeValidated))),
            Target.Of("Amazon.CDK.AWS.APIGateway.CfnRestApi", AnyOf(Prop("Body").IsSet(), Prop("BodyS3Location").IsSet(), That(MayBeValidated))),
        ],
    };

    public static readonly ConstructRule ClientCertificate = new()
    {
        Id = "SKY1049",
        Key = "APIGWSSLEnabled",
        Title = "API shows no client certificate to its backend",
        Message = "{0} shows no client certificate to its backend; set ClientCertificateId",
        Why = "A backend on the internet cannot tell requests of the API from those of anybody who found its address, unless API Gateway presents a certificate.",
        NoFix = "The backend has to be taught to trust the certificate first.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["HIPAA.Security-APIGWSSLEnabled", "NIST.800.53.R5-APIGWSSLEnabled", "PCI.DSS.321-APIGWSSLEnabled"], SecurityHub = ["APIGateway.2"], Cwe = ["CWE-295"] },
        CfnProperties = ["ClientCertificateId"],
        Targets = [.. OfStages(stage => Prop(stage + "ClientCertificateId").IsSet(), _ => []), Target.Of(CfnStage, Prop("ClientCertificateId").IsSet())],
    };

    public static readonly ConstructRule StructuredLogging = new()
    {
        Id = "SKY1050",
        Key = "APIGWStructuredLogging",
        Title = "Access log is not written as JSON",
        Message = "{0} writes its access log as plain text; set AccessLogFormat = AccessLogFormat.JsonWithStandardFields()",
        Why = "CloudWatch Logs Insights and other tools find the fields of JSON by themselves. Out of plain text, each query has to cut them again.",
        Category = Category.Operations,
        Level = Level.Info,
        References = new References { CdkNag = ["Serverless-APIGWStructuredLogging"] },
        CfnProperties = ["AccessLogSetting", "AccessLogSettings", "StageDescription"],
        Targets =
        [
            .. OfStages(
                stage => When(Prop(stage + "AccessLogDestination").IsSet(), Prop(stage + "AccessLogFormat").Has(That(IsJson))),
                stage => [Fix.Set(stage + "AccessLogFormat", JsonFormat)]),
            Target.Of(CfnStage, Prop("AccessLogSetting.Format").Has(That(IsJsonOrUnset)), Fix.Set("AccessLogSetting.Format", JsonFormat + ".ToString()")),
            Target.Of(s_stages2, When(Prop("AccessLogSettings").IsSet(), Prop("AccessLogSettings.Format").Has(That(IsJson)))),
            Target.Of(CfnStage2, Prop("AccessLogSettings.Format").Has(That(IsJsonOrUnset))),
            Target.Of("Amazon.CDK.AWS.APIGateway.CfnDeployment", Prop("StageDescription.AccessLogSetting.Format").Has(That(IsJsonOrUnset))),
            Target.Of(["Amazon.CDK.AWS.SAM.CfnApi", "Amazon.CDK.AWS.SAM.CfnHttpApi"], Prop("AccessLogSetting.Format").Has(That(IsJsonOrUnset))),
        ],
    };

    public static readonly ConstructRule Tracing = new()
    {
        Id = "SKY1051",
        Key = "APIGWXrayEnabled",
        Title = "API is not traced",
        Message = "{0} is not traced; set TracingEnabled = true",
        Why = "The API is where a trace begins. Without its part, traces do not show how long the whole request took, nor what went wrong before the first function ran.",
        Category = Category.Operations,
        Level = Level.Info,
        References = new References { CdkNag = ["HIPAA.Security-APIGWXrayEnabled", "Serverless-APIGWXrayEnabled"], SecurityHub = ["APIGateway.3"], Checkov = ["CKV_AWS_73"], Trivy = ["AWS-0003"] },
        CfnProperties = ["TracingEnabled"],
        Targets =
        [
            .. OfStages(
                stage => Prop(stage + "TracingEnabled").IsTrue(),
                stage => [Fix.Set(stage + "TracingEnabled", "true")]),
            Target.Of(CfnStage, Prop("TracingEnabled").IsTrue(), Fix.Set("TracingEnabled", "true")),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } =
        [AccessLogging, WebAcl, CacheEncrypted, Throttling, ExecutionLogging, RequestValidation, ClientCertificate, StructuredLogging, Tracing];

    private static Requirement HasWebAcl => CompletedBy("Amazon.CDK.AWS.WAFv2.CfnWebACLAssociation", "Amazon.CDK.AWS.WAFv2.CfnWebACLAssociationProps");

    private static Requirement Encrypted(Requirement requirement) => Detailed(_ => "CacheDataEncrypted = true", requirement);

    private static Requirement Cached(Requirement requirement) => Detailed(_ => "CachingEnabled = true and CacheDataEncrypted = true", requirement);

    /// <summary>The stage that a REST API brings along, and one that is made by hand.</summary>
    private static IReadOnlyList<Target> OfStages(Func<string, Requirement> demand, Func<string, Fix[]> fixes) =>
    [
        Target.Of(RestApis, When(s_makesStage, demand("DeployOptions.")), fixes("DeployOptions.")),
        Target.Of("Amazon.CDK.AWS.APIGateway.Stage", demand(""), fixes("")),
    ];

    /// <summary>The L1 stage, which has one list for the settings of all its methods. Where there are some, it takes a person to fit in another.</summary>
    private static IReadOnlyList<Target> OfMethodSettings(Requirement setting, string text, string title) =>
    [
        Target.Of(
            CfnStage,
            Prop("MethodSettings").IsSet(),
            Fix.Set("MethodSettings", $"new[] {{ new Amazon.CDK.AWS.APIGateway.CfnStage.MethodSettingProperty {{ HttpMethod = \"*\", ResourcePath = \"/*\", {text} }} }}", title)),
        Target.Of(CfnStage, When(Prop("MethodSettings").IsSet(), Prop("MethodSettings").Some(AllOf(s_isForAllMethods, setting)))),
    ];

    // A method can bring its own validator, and a validator can be made for an API that is known by its id alone.
    private static Verdict MayBeValidated(Value props, Construct api) =>
        ((string[])["RequestValidatorOptions", "RequestValidator", "RequestValidatorProps", "CfnRequestValidator", "AddRequestValidator"]).Any(api.Cdk.Index.Mentions) ? Verdict.Unknown : Verdict.Violated;

    private static Verdict IsJsonOrUnset(Value format, Construct stage) => format is UnsetValue or NullValue ? Verdict.Satisfied : IsJson(format, stage);

    // Left out, the format is the common log format.
    private static Verdict IsJson(Value format, Construct stage) => format switch
    {
        UnsetValue or NullValue => Outcome.Violated,
        CallValue { Method: { Name: "JsonWithStandardFields", ContainingType.Name: "AccessLogFormat" } } => Outcome.Satisfied,
        CallValue { Method: { Name: "Clf", ContainingType.Name: "AccessLogFormat" } } => Outcome.Violated,
        CallValue { Method: { Name: "Custom", ContainingType.Name: "AccessLogFormat" }, Arguments.Count: 1 } custom => IsJson(custom.Arguments[0], stage),
        CallValue { Method.Name: "ToString", Receiver: { } receiver } => IsJson(receiver, stage),
        ConstantValue { Constant: string text } => IsJsonText(text) ? Outcome.Satisfied : Outcome.Violated,
        _ => Outcome.Unknown,
    };

    // Variables stand for numbers, too, and then without quotes.
    private static bool IsJsonText(string text) => Json.TryParse(Regex.Replace(text, @"\$context(?:\.\w+)+", "0"), out _);
}
