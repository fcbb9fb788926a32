using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A thread that waits for the answer of a service.</summary>
internal sealed class SyncOverAsync : SdkRule
{
    private static readonly string[] s_builders = ["IServiceCollection", "IApplicationBuilder", "IConfigurationBuilder", "WebApplicationBuilder", "IHostBuilder", "IHostApplicationBuilder"];

    public override Rule Rule { get; } = new()
    {
        Id = "SKY2012",
        Key = "sync-over-async",
        Title = "Thread blocks on an SDK call",
        Message = "'{0}' blocks the thread until '{1}' has answered; await it",
        Why = "A blocked thread does nothing while the network is slow or the SDK waits to retry. Under load the thread pool runs dry and the whole process stalls, and where there is a synchronisation context the call can wait for itself.",
        Category = Category.Reliability,
        Level = Level.Warning,
        FixSummary = "Awaits the call, where the method is asynchronous already.",
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnOperation((run, context, call) =>
    {
        if (!call.IsAsync || BlockerOf(call.Invocation) is not var (blocker, text) || !CouldAwait(call.Invocation, context.ContainingSymbol))
            return;
        SdkRun.Report(context, Rule, blocker.Syntax.GetLocation(), text, call.Invocation.TargetMethod.Name);
    });

    private static (IOperation Blocker, string Text)? BlockerOf(IInvocationOperation call)
    {
        IOperation at = call;
        while (at.Parent is IConversionOperation or IParenthesizedOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" })
            at = at.Parent;
        return at.Parent switch
        {
            IPropertyReferenceOperation { Property.Name: "Result" } result when result.Instance == at => (result, ".Result"),
            IInvocationOperation { TargetMethod.Name: "Wait" } wait when wait.Instance == at => (wait, ".Wait()"),
            IInvocationOperation { TargetMethod.Name: "GetAwaiter", Parent: IInvocationOperation { TargetMethod.Name: "GetResult" } get } awaiter when awaiter.Instance == at => (get, ".GetAwaiter().GetResult()"),
            _ => null,
        };
    }

    // Constructors, accessors and what a foreign signature makes synchronous have no choice; a program that has nothing else to do may wait.
    private static bool CouldAwait(IOperation call, ISymbol containing)
    {
        foreach (var ancestor in call.Ancestors())
        {
            switch (ancestor)
            {
                case IAnonymousFunctionOperation function:
                    return function.Symbol.IsAsync;
                case ILocalFunctionOperation:
                    return true;
                case ILockOperation:
                    return false;
            }
        }

        return containing is IMethodSymbol { MethodKind: MethodKind.Ordinary } method
            && (method.IsAsync || !Configures(method) && !IsSetUpHelper(method) && !(method.IsOverride || method.Name is "Main" or "<Main>$" or "Dispose" || !method.ExplicitInterfaceImplementations.IsEmpty || ImplementsInterface(method)));
    }

    // The host calls what registers services and settings, before there is anything to be asynchronous for.
    private static bool Configures(IMethodSymbol method) =>
        method.Name is "ConfigureServices" or "Configure"
        || method.Parameters.Any(p => Array.IndexOf(s_builders, p.Type.Name) >= 0);

    // A helper that only the constructor or the set-up calls has as little choice as they have.
    private static bool IsSetUpHelper(IMethodSymbol method)
    {
        if (method.DeclaredAccessibility != Accessibility.Private || method.ContainingType.DeclaringSyntaxReferences.Length != 1)
            return false;
        var callers = 0;
        foreach (var name in method.ContainingType.DeclaringSyntaxReferences[0].GetSyntax().DescendantNodes().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == method.Name))
        {
            if (name.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not (ConstructorDeclarationSyntax or PropertyDeclarationSyntax or FieldDeclarationSyntax) && !(name.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } caller && IsSetUp(caller)))
                return false;
            callers++;
        }

        return callers > 0;
    }

    private static bool IsSetUp(MethodDeclarationSyntax method) =>
        method.Identifier.ValueText is "ConfigureServices" or "Configure" || method.ParameterList.Parameters.Any(p => p.Type is IdentifierNameSyntax type && Array.IndexOf(s_builders, type.Identifier.ValueText) >= 0);

    private static bool ImplementsInterface(IMethodSymbol method) =>
        method.ContainingType.AllInterfaces.Any(i => i.GetMembers(method.Name).Any(m => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(m), method)));
}
