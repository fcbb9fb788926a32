using Amazon.S3;

namespace Cases.InsecureEndpoint;

public static class Good
{
    public static IAmazonS3 Connect() => new AmazonS3Client(new AmazonS3Config { ServiceURL = "https://storage.example.com" });
}
