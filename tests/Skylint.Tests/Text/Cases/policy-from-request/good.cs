using Amazon.Lambda.APIGatewayEvents;
using Amazon.SecurityToken.Model;

namespace Cases.PolicyFromRequest;

public static class Good
{
    public static AssumeRoleRequest ForTenant(APIGatewayProxyRequest request, string role)
    {
        var tenant = request.PathParameters["tenant"];
        if (!tenant.All(char.IsLetterOrDigit))
            throw new ArgumentException("A tenant is letters and digits.");
        return new AssumeRoleRequest
        {
            RoleArn = role,
            RoleSessionName = "tenant",
            Policy = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::files/" + tenant + "/*\"}]}",
        };
    }
}
