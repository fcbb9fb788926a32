using Amazon.CDK.AWS.ECR;
using Constructs;

namespace Cases.EcrLifecycle;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Repository(scope, "Subject", new RepositoryProps { LifecycleRules = new[] { new LifecycleRule { MaxImageCount = 30 } } });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnRepository(scope, "Subject", new CfnRepositoryProps { LifecyclePolicy = new CfnRepository.LifecyclePolicyProperty { LifecyclePolicyText = "{\"rules\":[{\"rulePriority\":1,\"selection\":{\"tagStatus\":\"any\",\"countType\":\"imageCountMoreThan\",\"countNumber\":30},\"action\":{\"type\":\"expire\"}}]}" } });
    }
}
