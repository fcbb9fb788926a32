using Amazon.S3;

namespace Cases.InsecureEndpoint;

public static class Bad
{
    public static IAmazonS3 Connect() => new AmazonS3Client(new AmazonS3Config { ServiceURL = "http://storage.example.com" });
}
