using Amazon.CDK;
using Constructs;

namespace Cases.TagsMissingRequired;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var app = new App();
        Tags.Of(app).Add("team", "payments");
        new Stack(app, "Subject");
        app.Synth();
    }
}
