using Amazon;
using Amazon.S3;

namespace Cases.NamedProfileInCode;

public static class Good
{
    public static IAmazonS3 Client() => new AmazonS3Client(new AmazonS3Config());
}
