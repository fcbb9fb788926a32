using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;

namespace Cases.CreateAccessKey;

public sealed class Bad(IAmazonIdentityManagementService iam)
{
    public Task<CreateAccessKeyResponse> Invite(string user) => iam.CreateAccessKeyAsync(new CreateAccessKeyRequest { UserName = user });
}
