using System.Collections.Generic;
using Amazon.CDK.AWS.EC2;
using Constructs;

namespace Cases.VPCFlowLogsEnabled;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Vpc(scope, "Subject", new VpcProps
        {
            MaxAzs = 2,
            FlowLogs = new Dictionary<string, IFlowLogOptions> { ["All"] = new FlowLogOptions() },
        });
    }
}
