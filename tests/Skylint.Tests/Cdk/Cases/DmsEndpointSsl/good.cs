using Amazon.CDK.AWS.DMS;
using Constructs;

namespace Cases.DmsEndpointSsl;

public static class Good
{
    public static void Build(Construct scope)
    {
        new CfnEndpoint(scope, "Subject", new CfnEndpointProps
        {
            EndpointType = "source",
            EngineName = "postgres",
            ServerName = "orders.example.com",
            Port = 5432,
            DatabaseName = "orders",
            Username = "migration",
            Password = "{{resolve:secretsmanager:migration:SecretString:password}}",
            SslMode = "require",
        });
    }
}
