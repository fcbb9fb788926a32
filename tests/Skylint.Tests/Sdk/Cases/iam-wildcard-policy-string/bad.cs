using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;

namespace Cases.IamWildcardPolicyString;

public static class Bad
{
    public static Task Grant(IAmazonIdentityManagementService iam) => iam.CreatePolicyAsync(new CreatePolicyRequest
    {
        PolicyName = "orders",
        PolicyDocument = """
            {
              "Version": "2012-10-17",
              "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*" }]
            }
            """,
    });
}
