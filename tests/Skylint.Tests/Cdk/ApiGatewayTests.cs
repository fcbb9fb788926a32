using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>Who may call an API: said by the method, handed down by resources, or the default of the API.</summary>
public sealed class ApiGatewayTests
{
    private static readonly StackSource s_rest = new("APIGateway");
    private static readonly StackSource s_http = new("Apigatewayv2");

    private const string Api = "var api = new RestApi(this, \"A\");";
    private const string Iam = "new MethodOptions { AuthorizationType = AuthorizationType.IAM }";

    [Theory]
    [InlineData(Api + "api.Root.AddMethod(\"GET\");")]
    [InlineData(Api + "api.Root.AddResource(\"a\").AddResource(\"b\").AddMethod(\"POST\", new MockIntegration());")]
    [InlineData(Api + "api.Root.AddMethod(\"GET\", null, new MethodOptions { ApiKeyRequired = true });")]
    [InlineData("var api = new RestApi(this, \"A\", new RestApiProps { DefaultMethodOptions = " + Iam + " }); api.Root.AddMethod(\"GET\", null, new MethodOptions { AuthorizationType = AuthorizationType.NONE });")]
    [InlineData(Api + "api.Root.AddProxy();")]
    [InlineData(Api + "new Method(this, \"M\", new MethodProps { HttpMethod = \"GET\", Resource = api.Root });")]
    [InlineData("var api = new LambdaRestApi(this, \"A\", new LambdaRestApiProps { Handler = null! });")]
    [InlineData("new CfnMethod(this, \"M\", new CfnMethodProps { HttpMethod = \"GET\", ResourceId = text, RestApiId = text });")]
    public Task Open_rest_api(string statements) => s_rest.Flagged("SKY1026", statements, Refs.Cdk);

    [Theory]
    [InlineData(Api + "api.Root.AddMethod(\"OPTIONS\");")]
    [InlineData(Api + "api.Root.AddMethod(\"GET\", null, " + Iam + ");")]
    [InlineData(Api + "api.Root.AddMethod(\"GET\", null, new MethodOptions { Authorizer = new CognitoUserPoolsAuthorizer(this, \"C\", new CognitoUserPoolsAuthorizerProps()) });")]
    [InlineData("var api = new RestApi(this, \"A\", new RestApiProps { DefaultMethodOptions = " + Iam + " }); api.Root.AddResource(\"a\").AddMethod(\"GET\");")]
    [InlineData(Api + "api.Root.AddResource(\"a\", new ResourceOptions { DefaultMethodOptions = " + Iam + " }).AddResource(\"b\").AddMethod(\"GET\");")]
    [InlineData(Api + "api.Root.AddProxy(new ProxyResourceOptions { AnyMethod = false });")]
    [InlineData(Api + "api.Root.AddProxy(new ProxyResourceOptions { DefaultMethodOptions = " + Iam + " });")]
    [InlineData("var api = new RestApi(this, \"A\", new RestApiProps { EndpointTypes = new[] { EndpointType.PRIVATE } }); api.Root.AddMethod(\"GET\");")]
    [InlineData("var api = new RestApi(this, \"A\", new RestApiProps { Policy = new Amazon.CDK.AWS.IAM.PolicyDocument() }); api.Root.AddMethod(\"GET\");")]
    [InlineData("var api = RestApi.FromRestApiAttributes(this, \"A\", new RestApiAttributes { RestApiId = text, RootResourceId = text }); api.Root.AddMethod(\"GET\");")]
    [InlineData("var api = new LambdaRestApi(this, \"A\", new LambdaRestApiProps { Handler = null!, Proxy = false });")]
    [InlineData("var api = new LambdaRestApi(this, \"A\", new LambdaRestApiProps { Handler = null!, DefaultMethodOptions = " + Iam + " });")]
    [InlineData(Api + "api.Root.AddMethod(text);")]
    [InlineData(Api + "api.Root.AddMethod(\"GET\", null, given ? " + Iam + " : null);")]
    [InlineData("new CfnMethod(this, \"M\", new CfnMethodProps { HttpMethod = \"OPTIONS\", ResourceId = text, RestApiId = text });")]
    [InlineData("new CfnMethod(this, \"M\", new CfnMethodProps { HttpMethod = \"GET\", ResourceId = text, RestApiId = text, AuthorizationType = \"AWS_IAM\" });")]
    public Task Closed_rest_api(string statements) => s_rest.Silent("SKY1026", statements, Refs.Cdk);

    [Theory]
    [InlineData("var api = new HttpApi(this, \"A\"); api.AddRoutes(new AddRoutesOptions { Path = \"/a\" });")]
    [InlineData("new CfnRoute(this, \"R\", new CfnRouteProps { ApiId = text, RouteKey = \"GET /a\" });")]
    [InlineData("new CfnRoute(this, \"R\", new CfnRouteProps { ApiId = text, RouteKey = \"$connect\", AuthorizationType = \"NONE\" });")]
    public Task Open_http_api(string statements) => s_http.Flagged("SKY1026", statements, Refs.Cdk);

    [Theory]
    [InlineData("var api = new HttpApi(this, \"A\"); api.AddRoutes(new AddRoutesOptions { Path = \"/a\", Authorizer = new Amazon.CDK.AWS.Apigatewayv2.HttpAuthorizer(this, \"Z\", new HttpAuthorizerProps()) as IHttpRouteAuthorizer });")]
    [InlineData("var api = new HttpApi(this, \"A\"); api.AddRoutes(new AddRoutesOptions { Path = \"/a\", Methods = new[] { Amazon.CDK.AWS.Apigatewayv2.HttpMethod.OPTIONS } });")]
    [InlineData("IHttpApi imported = HttpApi.FromHttpApiAttributes(this, \"A\", new HttpApiAttributes { HttpApiId = text }); new HttpRoute(this, \"R\", new HttpRouteProps { HttpApi = imported });")]
    [InlineData("new CfnRoute(this, \"R\", new CfnRouteProps { ApiId = text, RouteKey = \"$disconnect\" });")]
    [InlineData("new CfnRoute(this, \"R\", new CfnRouteProps { ApiId = text, RouteKey = \"GET /a\", AuthorizationType = \"JWT\" });")]
    public Task Closed_http_api(string statements) => s_http.Silent("SKY1026", statements, Refs.Cdk);

    [Fact]
    public async Task A_method_of_a_nested_resource_belongs_to_the_api()
    {
        var source = "using Amazon.CDK.AWS.APIGateway; class Demo : Amazon.CDK.Stack { internal Demo() { " + Api.Replace("\"A\"", "\"Orders\"") + " api.Root.AddResource(\"a\").AddResource(\"b\").AddMethod(\"POST\"); } }";
        var diagnostic = Assert.Single(await Verify.Diagnostics(source, Refs.Cdk, ["SKY1026"]));
        Assert.Equal("Orders", diagnostic.Properties["constructId"]);
    }

    [Fact]
    public Task Options_are_added_to_a_call_without_them() => s_rest.Fix(
        "SKY1026",
        Api + "api.Root.AddMethod(\"GET\", new MockIntegration());",
        Api + "api.Root.AddMethod(\"GET\", new MockIntegration(), new MethodOptions { AuthorizationType = AuthorizationType.IAM });",
        Refs.Cdk);
}
