using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace Cases.LambdaLogGroupImplicit;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Function(scope, "Subject", new FunctionProps
        {
            Runtime = Runtime.NODEJS_20_X,
            Handler = "index.handler",
            Code = Code.FromInline("exports.handler = async () => 'ok';"),
            LogGroup = new LogGroup(scope, "SubjectLogs", new LogGroupProps { Retention = RetentionDays.THREE_MONTHS }),
        });
    }
}
