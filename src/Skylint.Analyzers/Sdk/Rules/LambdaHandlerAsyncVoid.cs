using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.Catalog;

namespace Skylint.Sdk.Rules;

/// <summary>A handler that the Lambda runtime cannot wait for.</summary>
internal sealed class LambdaHandlerAsyncVoid : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2038",
        Key = "lambda-handler-async-void",
        Title = "Lambda handler is async void",
        Message = "The runtime cannot wait for '{0}' and takes the invocation for done at its first await; return 'Task'",
        Why = "The environment is frozen as soon as the handler returns. What comes after the first await runs during a later invocation or never, and an exception in it ends the whole process instead of failing the invocation.",
        Category = Category.Reliability,
        Level = Level.Warning,
        FixSummary = "Returns Task.",
    };

    public override void Subscribe(SdkSubscriptions to) => to.OnLambdaHandler((run, context, method) =>
    {
        if (method is { IsAsync: true, ReturnsVoid: true } && method.DeclaringSyntaxReferences.Length > 0 && method.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken) is MethodDeclarationSyntax declaration)
            SdkRun.Report(context, Rule, declaration.ReturnType.GetLocation(), method.Name);
    });
}
