using System.Collections.Generic;
using Amazon.CDK.AWS.EC2;
using Constructs;

namespace Cases.VpcNoGatewayEndpoints;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Vpc(scope, "Subject", new VpcProps
        {
            MaxAzs = 2,
            GatewayEndpoints = new Dictionary<string, IGatewayVpcEndpointOptions> { ["S3"] = new GatewayVpcEndpointOptions { Service = GatewayVpcEndpointAwsService.S3 }, ["DynamoDB"] = new GatewayVpcEndpointOptions { Service = GatewayVpcEndpointAwsService.DYNAMODB } },
        });
    }
}
