using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;

namespace Cases.SsmSecurestringNotDecrypted;

public static class Good
{
    public static async Task<string> Password(IAmazonSimpleSystemsManagement ssm)
    {
        var response = await ssm.GetParameterAsync(new GetParameterRequest { Name = "/orders/db/password", WithDecryption = true });
        return response.Parameter.Value;
    }
}
