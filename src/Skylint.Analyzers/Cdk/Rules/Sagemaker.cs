using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon SageMaker.</summary>
internal static class Sagemaker
{
    private const string Notebook = "Amazon.CDK.AWS.Sagemaker.CfnNotebookInstance";
    private const string NewKey = "new Amazon.CDK.AWS.KMS.Key({scope}, \"{id}Key\", new Amazon.CDK.AWS.KMS.KeyProps { EnableKeyRotation = true }).KeyArn";

    public static readonly ConstructRule EndpointKey = new()
    {
        Id = "SKY1084",
        Key = "SageMakerEndpointConfigurationKMSKeyConfigured",
        Title = "Volumes of a model endpoint have no KMS key of their own",
        Message = "The volumes behind {0} have no KMS key of their own; set KmsKeyId",
        Why = "The volumes hold the model and the data that it is asked about. With a key of one's own, access to them can be withdrawn and is recorded.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References
        {
            CdkNag =
            [
                "HIPAA.Security-SageMakerEndpointConfigurationKMSKeyConfigured", "NIST.800.53.R4-SageMakerEndpointConfigurationKMSKeyConfigured",
                "NIST.800.53.R5-SageMakerEndpointConfigurationKMSKeyConfigured", "PCI.DSS.321-SageMakerEndpointConfigurationKMSKeyConfigured",
            ],
            Guard = ["SAGEMAKER_ENDPOINT_CONFIGURATION_KMS_KEY_CONFIGURED"],
            Cwe = ["CWE-311"],
        },
        CfnProperties = ["KmsKeyId"],
        Targets = [Target.Of("Amazon.CDK.AWS.Sagemaker.CfnEndpointConfig", Prop("KmsKeyId").IsSet(), Fix.Set("KmsKeyId", NewKey, "Encrypt with a new customer-managed key"))],
    };

    public static readonly ConstructRule NotebookInVpc = new()
    {
        Id = "SKY1085",
        Key = "SageMakerNotebookInVPC",
        Title = "Notebook is outside any VPC",
        Message = "{0} is outside any VPC; set SubnetId and SecurityGroupIds",
        Why = "Outside a VPC the notebook, with the data that people work on, is in a network of AWS where no flow log, security group or endpoint policy of yours applies.",
        NoFix = "Which network the notebook belongs to is for the team to say.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-SM1"], SecurityHub = ["SageMaker.2"], Cwe = ["CWE-284"] },
        CfnProperties = ["SubnetId"],
        Targets = [Target.Of(Notebook, Prop("SubnetId").IsSet())],
    };

    public static readonly ConstructRule NotebookKey = new()
    {
        Id = "SKY1086",
        Key = "SageMakerNotebookInstanceKMSKeyConfigured",
        Title = "Notebook has no KMS key of its own",
        Message = "The volume of {0} has no KMS key of its own; set KmsKeyId",
        Why = "People copy data to a notebook to work on it. With a key of one's own, access to the volume can be withdrawn and is recorded.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References
        {
            CdkNag =
            [
                "AwsSolutions-SM2", "HIPAA.Security-SageMakerNotebookInstanceKMSKeyConfigured", "NIST.800.53.R4-SageMakerNotebookInstanceKMSKeyConfigured",
                "NIST.800.53.R5-SageMakerNotebookInstanceKMSKeyConfigured", "PCI.DSS.321-SageMakerNotebookInstanceKMSKeyConfigured",
            ],
            Checkov = ["CKV_AWS_187"],
            Sonar = ["S6319"],
            Guard = ["SAGEMAKER_NOTEBOOK_INSTANCE_KMS_KEY_CONFIGURED"],
            Cwe = ["CWE-311"],
        },
        CfnProperties = ["KmsKeyId"],
        Targets = [Target.Of(Notebook, Prop("KmsKeyId").IsSet(), Fix.Set("KmsKeyId", NewKey, "Encrypt with a new customer-managed key (replaces a deployed notebook)"))],
    };

    public static readonly ConstructRule NotebookInternet = new()
    {
        Id = "SKY1087",
        Key = "SageMakerNotebookNoDirectInternetAccess",
        Title = "Notebook has direct access to the internet",
        Message = "{0} has direct access to the internet; set DirectInternetAccess to Disabled",
        Why = "Data can leave the notebook to anywhere, past every control of your network, and so can whatever a package that somebody installed has found in it.",
        Category = Category.Security,
        Level = Level.Info,
        References = new References
        {
            CdkNag =
            [
                "AwsSolutions-SM3", "HIPAA.Security-SageMakerNotebookNoDirectInternetAccess", "NIST.800.53.R4-SageMakerNotebookNoDirectInternetAccess",
                "NIST.800.53.R5-SageMakerNotebookNoDirectInternetAccess", "PCI.DSS.321-SageMakerNotebookNoDirectInternetAccess",
            ],
            SecurityHub = ["SageMaker.1"],
            Guard = ["SAGEMAKER_NOTEBOOK_NO_DIRECT_INTERNET_ACCESS"],
            Cwe = ["CWE-284"],
        },
        CfnProperties = ["DirectInternetAccess"],
        Targets =
        [
            // Without a network of yours there would be no way in or out at all.
            Target.Of(Notebook, When(Circumstance(Prop("SubnetId").IsSet()), Prop("DirectInternetAccess").Is("Disabled")), Fix.Set("DirectInternetAccess", "\"Disabled\"")),
            Target.Of(Notebook, When(Circumstance(Prop("SubnetId").IsUnset()), Prop("DirectInternetAccess").Is("Disabled"))),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [EndpointKey, NotebookInVpc, NotebookKey, NotebookInternet];
}
