using Amazon.CDK.AWS.Lex;
using Constructs;

namespace Cases.LexBotAliasEncryptedConversationLogs;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new CfnBotAlias(scope, "Subject", new CfnBotAliasProps
        {
            BotAliasName = "live",
            BotId = "A1B2C3D4E5",
            ConversationLogSettings = new CfnBotAlias.ConversationLogSettingsProperty
            {
                AudioLogSettings = new[]
                {
                    new CfnBotAlias.AudioLogSettingProperty
                    {
                        Enabled = true,
                        Destination = new CfnBotAlias.AudioLogDestinationProperty
                        {
                            S3Bucket = new CfnBotAlias.S3BucketLogDestinationProperty { S3BucketArn = "arn:aws:s3:::calls", LogPrefix = "live/" },
                        },
                    },
                },
            },
        });
    }
}
