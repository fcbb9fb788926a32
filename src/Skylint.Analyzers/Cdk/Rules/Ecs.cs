using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon ECS.</summary>
internal static class Ecs
{
    private static readonly string[] s_services =
    [
        "Amazon.CDK.AWS.ECS.FargateService",
        "Amazon.CDK.AWS.ECS.Ec2Service",
        "Amazon.CDK.AWS.ECS.ExternalService",
    ];

    private static readonly string[] s_patterns =
    [
        "Amazon.CDK.AWS.ECS.Patterns.ApplicationLoadBalancedFargateService",
        "Amazon.CDK.AWS.ECS.Patterns.ApplicationLoadBalancedEc2Service",
        "Amazon.CDK.AWS.ECS.Patterns.NetworkLoadBalancedFargateService",
        "Amazon.CDK.AWS.ECS.Patterns.NetworkLoadBalancedEc2Service",
        "Amazon.CDK.AWS.ECS.Patterns.QueueProcessingFargateService",
        "Amazon.CDK.AWS.ECS.Patterns.QueueProcessingEc2Service",
    ];

    private static readonly Fix s_rollBack = Fix.Set("CircuitBreaker.Rollback", "true", "Roll failed deployments back");

    // Other controllers than the rolling update have their own way to go back.
    private static readonly Requirement s_isRolledByOthers = Prop("DeploymentController.Type").IsOneOf(["CODE_DEPLOY", "EXTERNAL"]);

    public static readonly ConstructRule CircuitBreaker = new()
    {
        Id = "SKY1039",
        Key = "EcsCircuitBreaker",
        Title = "Failed deployments are not rolled back",
        Message = "{0} keeps starting a broken version until the deployment times out; set CircuitBreaker with Rollback = true",
        Why = "Without a circuit breaker ECS starts tasks that fail again and again, and the stack hangs for hours before it gives up. With one, the last version that worked comes back by itself within minutes.",
        Category = Category.Reliability,
        Level = Level.Warning,
        References = new References { Links = ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html"] },
        CfnProperties = ["DeploymentConfiguration", "DeploymentController"],
        Targets =
        [
            Target.Of(
                s_services,
                AnyOf(Prop("CircuitBreaker.Rollback").IsTrue(), s_isRolledByOthers, Prop("DeploymentAlarms").IsSet(), Calls("EnableDeploymentAlarms")),
                s_rollBack),
            Target.Of(s_patterns, AnyOf(Prop("CircuitBreaker.Rollback").IsTrue(), s_isRolledByOthers), s_rollBack),
            Target.Of(
                "Amazon.CDK.AWS.ECS.CfnService",
                AnyOf(
                    Prop("DeploymentConfiguration.DeploymentCircuitBreaker.Rollback").IsTrue(),
                    s_isRolledByOthers,
                    Prop("DeploymentConfiguration.Alarms").IsSet())),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [CircuitBreaker];
}
