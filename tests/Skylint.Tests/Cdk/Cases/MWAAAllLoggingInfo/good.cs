using Amazon.CDK.AWS.MWAA;
using Constructs;

namespace Cases.MWAAAllLoggingInfo;

public static class Good
{
    public static void Build(Construct scope)
    {
        new CfnEnvironment(scope, "Subject", new CfnEnvironmentProps
        {
            Name = "reports",
            LoggingConfiguration = new CfnEnvironment.LoggingConfigurationProperty { DagProcessingLogs = new CfnEnvironment.ModuleLoggingConfigurationProperty { Enabled = true, LogLevel = "INFO" }, SchedulerLogs = new CfnEnvironment.ModuleLoggingConfigurationProperty { Enabled = true, LogLevel = "INFO" }, TaskLogs = new CfnEnvironment.ModuleLoggingConfigurationProperty { Enabled = true, LogLevel = "INFO" }, WebserverLogs = new CfnEnvironment.ModuleLoggingConfigurationProperty { Enabled = true, LogLevel = "INFO" }, WorkerLogs = new CfnEnvironment.ModuleLoggingConfigurationProperty { Enabled = true, LogLevel = "INFO" } },
        });
    }
}
