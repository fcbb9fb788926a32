using Amazon.CDK;
using OrdersInfra;
using OrdersInfra.Stacks;

var app = new App();
var settings = OrdersSettings.For((string?)app.Node.TryGetContext("stage") ?? "test");

var network = new NetworkStack(app, $"orders-{settings.Stage}-network", settings);
var security = new SecurityStack(app, $"orders-{settings.Stage}-security", settings);
var data = new DataStack(app, $"orders-{settings.Stage}-data", settings, network, security);
var messaging = new MessagingStack(app, $"orders-{settings.Stage}-messaging", security);
_ = new ApiStack(app, $"orders-{settings.Stage}-api", settings, data, messaging);
_ = new WorkerStack(app, $"orders-{settings.Stage}-worker", settings, network, data, messaging);
_ = new FrontendStack(app, $"orders-{settings.Stage}-frontend");
_ = new ReportingStack(app, $"orders-{settings.Stage}-reporting", network);

Tags.Of(app).Add("Service", "orders");
Tags.Of(app).Add("Team", "checkout");
Tags.Of(app).Add("Environment", settings.Stage);

app.Synth();
