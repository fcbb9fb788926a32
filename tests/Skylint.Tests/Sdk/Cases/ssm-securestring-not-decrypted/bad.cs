using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;

namespace Cases.SsmSecurestringNotDecrypted;

public static class Bad
{
    public static async Task<string> Password(IAmazonSimpleSystemsManagement ssm)
    {
        var response = await ssm.GetParameterAsync(new GetParameterRequest { Name = "/orders/db/password" });
        return response.Parameter.Value;
    }
}
