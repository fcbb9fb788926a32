using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;

namespace Cases.SecretStoredAsString;

public static class Bad
{
    public static Task Store(IAmazonSimpleSystemsManagement ssm, string password) =>
        ssm.PutParameterAsync(new PutParameterRequest { Name = "/orders/db/password", Type = ParameterType.String, Value = password });
}
