using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;

namespace Cases.CreateAccessKey;

public sealed class Good(IAmazonIdentityManagementService iam)
{
    public Task<CreateAccessKeyResponse> Rotate(string user) => iam.CreateAccessKeyAsync(new CreateAccessKeyRequest { UserName = user });
}
