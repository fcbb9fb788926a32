using Amazon.CDK.AWS.KinesisFirehose;
using Constructs;

namespace Cases.KinesisDataFirehoseSSE;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new CfnDeliveryStream(scope, "Subject", new CfnDeliveryStreamProps
        {
            DeliveryStreamType = "DirectPut",
            ExtendedS3DestinationConfiguration = new CfnDeliveryStream.ExtendedS3DestinationConfigurationProperty
            {
                BucketArn = "arn:aws:s3:::clicks",
                RoleArn = "arn:aws:iam::111122223333:role/clicks",
            },
        });
    }
}
