using Amazon.CDK;
using Amazon.CDK.AWS.KinesisFirehose;
using Constructs;

namespace Cases.FirehosePlainPassword;

public static class Good
{
    public static void Build(Construct scope)
    {
        new CfnDeliveryStream(scope, "Subject", new CfnDeliveryStreamProps
        {
            DeliveryStreamEncryptionConfigurationInput = new CfnDeliveryStream.DeliveryStreamEncryptionConfigurationInputProperty { KeyType = "AWS_OWNED_CMK" },
            SplunkDestinationConfiguration = new CfnDeliveryStream.SplunkDestinationConfigurationProperty
            {
                HecEndpoint = "https://splunk.example.com:8088",
                HecEndpointType = "Event",
                HecToken = SecretValue.SecretsManager("SubjectPassword").UnsafeUnwrap(),
                S3Configuration = new CfnDeliveryStream.S3DestinationConfigurationProperty { BucketArn = "arn:aws:s3:::clicks", RoleArn = "arn:aws:iam::111122223333:role/clicks" },
            },
        });
    }
}
