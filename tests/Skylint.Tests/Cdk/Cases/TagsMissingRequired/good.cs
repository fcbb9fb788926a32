using Amazon.CDK;
using Constructs;

namespace Cases.TagsMissingRequired;

public static class Good
{
    public static void Build(Construct scope)
    {
        var app = new App();
        Tags.Of(app).Add("business-unit", "TODO");
        Tags.Of(app).Add("environment", "TODO");
        Tags.Of(app).Add("service", "TODO");
        Tags.Of(app).Add("cost-center", "TODO");
        Tags.Of(app).Add("team", "payments");
        new Stack(app, "Subject");
        app.Synth();
    }
}
