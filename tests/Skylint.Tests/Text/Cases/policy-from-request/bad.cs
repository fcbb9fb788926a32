using Amazon.Lambda.APIGatewayEvents;
using Amazon.SecurityToken.Model;

namespace Cases.PolicyFromRequest;

public static class Bad
{
    public static AssumeRoleRequest ForTenant(APIGatewayProxyRequest request, string role)
    {
        var tenant = request.PathParameters["tenant"];
        return new AssumeRoleRequest
        {
            RoleArn = role,
            RoleSessionName = "tenant",
            Policy = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::files/" + tenant + "/*\"}]}",
        };
    }
}
