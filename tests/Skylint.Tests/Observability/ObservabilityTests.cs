using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Observability;

/// <summary>The observability rules beyond their cases: what else they see, and what is none of their business.</summary>
public sealed class ObservabilityTests
{
    private const string Usings = "using System.Diagnostics; using Microsoft.Extensions.Logging;\n";

    [Theory]
    [InlineData("logger.LogError(e, [|$\"x {a}\"|]);")]
    [InlineData("logger.Log(LogLevel.Debug, [|$@\"x {a}\"|]);")]
    [InlineData("logger.LogInformation([|$\"x {a}\"|], a);")]
    [InlineData("LoggerExtensions.LogWarning(logger, [|$\"x {a}\"|]);")]
    [InlineData("logger.LogInformation(\"x {A}\", a);")]
    [InlineData("logger.LogInformation($\"no holes\");")]
    [InlineData("logger.LogInformation($\"{nameof(a)} is missing\");")]
    [InlineData("logger.LogInformation(\"x {A}\", $\"y {a}\");")]
    [InlineData("Console.WriteLine($\"x {a}\");")]
    public Task Interpolated_messages(string statement) =>
        Verify.Analyzer("SKY4001", Usings + "class C { void M(ILogger logger, string a, Exception e) { " + statement + " } }", Refs.Observability);

    [Theory]
    [InlineData("logger.LogInformation($\"{{literal}} {order.Id,5} {order.Id} {GetName()} {(a == null ? 1 : 2)}\");", "logger.LogInformation(\"{{literal}} {OrderId,5} {OrderId2} {Name} {Value}\", order.Id, order.Id, GetName(), a == null ? 1 : 2);")]
    [InlineData("logger.LogError(e, $@\"c:\\{a}\");", "logger.LogError(e, @\"c:\\{A}\", a);")]
    [InlineData("logger.LogInformation($\"tab\\t{_field} {a.ToString()} {a!}\");", "logger.LogInformation(\"tab\\t{Field} {A} {A2}\", _field, a.ToString(), a!);")]
    public Task Interpolated_messages_become_templates(string before, string after)
    {
        const string Frame = Usings + "record Order(int Id);\nclass C { private int _field; static string GetName() => \"\"; void M(ILogger logger, string a, Exception e, Order order) { STATEMENT } }";
        return Verify.Fix("SKY4001", Frame.Replace("STATEMENT", before, StringComparison.Ordinal), Frame.Replace("STATEMENT", after, StringComparison.Ordinal), Refs.Observability);
    }

    [Theory]
    [InlineData("logger.LogInformation([|$\"x {a}\"|], a);")]
    [InlineData("logger.LogInformation(message: [|$\"x {a}\"|]);")]
    [InlineData("logger.LogInformation([|$\"\"\"x {a}\"\"\"|]);")]
    public Task Interpolated_messages_with_more_to_them_are_left(string statement) =>
        Verify.NoFix("SKY4001", Usings + "class C { void M(ILogger logger, string a) { " + statement + " } }", Refs.Observability);

    [Theory]
    [InlineData("Task M() { using (var a = [|s.StartActivity(\"x\")|]) { return Work(); } }")]
    [InlineData("Task M() { using ([|s.StartActivity(\"x\")|]) return Work(); }")]
    [InlineData("ValueTask<int> M() { using var a = [|s.StartActivity(\"x\")|]; if (a == null) return new ValueTask<int>(1); return Number(); }")]
    [InlineData("void M() { Func<Task> f = () => { using var a = [|s.StartActivity(\"x\")|]; return Work(); }; }")]
    [InlineData("Task M() { return Local(); Task Local() { using var a = [|s.StartActivity(\"x\")|]; return Work(); } }")]
    [InlineData("async Task M() { using var a = s.StartActivity(\"x\"); await Work(); }")]
    [InlineData("Task M() { using var a = s.StartActivity(\"x\"); return Task.CompletedTask; }")]
    [InlineData("Task<int> M() { using var a = s.StartActivity(\"x\"); return Task.FromResult(1); }")]
    [InlineData("Task M() { using (var a = s.StartActivity(\"x\")) { } return Work(); }")]
    [InlineData("Task M() { var a = s.StartActivity(\"x\"); return Work(); }")]
    [InlineData("Task M() { using var a = s.StartActivity(\"x\"); Func<Task> f = () => Work(); return Task.CompletedTask; }")]
    [InlineData("Task M() { if (s != null) { using var a = s.StartActivity(\"x\"); } return Work(); }")]
    [InlineData("void M() { using var a = s.StartActivity(\"x\"); Work().Wait(); }")]
    public Task Activities_and_tasks(string member) =>
        Verify.Analyzer("SKY4002", Usings + "class C { static readonly ActivitySource s = new(\"x\"); static Task Work() => Task.Delay(1); static ValueTask<int> Number() => default; " + member + " }", Refs.Observability);

    [Fact]
    public Task A_task_without_a_result_is_awaited() =>
        Verify.Fix(
            "SKY4002",
            Usings + "class C { static readonly ActivitySource s = new(\"x\");\n    Task M()\n    {\n        using var a = s.StartActivity(\"x\");\n        // Then work.\n        return Task.Delay(1);\n    }\n}",
            Usings + "class C { static readonly ActivitySource s = new(\"x\");\n    async Task M()\n    {\n        using var a = s.StartActivity(\"x\");\n        // Then work.\n        await Task.Delay(1);\n    }\n}",
            Refs.Observability);

    [Fact]
    public Task Several_returns_are_left_to_the_reader() =>
        Verify.NoFix("SKY4002", Usings + "class C { static readonly ActivitySource s = new(\"x\"); Task M(bool b) { using var a = s.StartActivity(\"x\"); if (b) return Task.Delay(2); return Task.Delay(1); } }", Refs.Observability);

    [Theory]
    [InlineData("[|activity.AddException(e)|]; logger.LogError(e, \"x\");")]
    [InlineData("logger.Log(LogLevel.Error, e, \"x\"); if (activity != null) [|activity.AddException(e)|];")]
    [InlineData("activity.AddException(e);")]
    [InlineData("logger.LogError(e, \"x\");")]
    [InlineData("activity.AddException(e.InnerException!); logger.LogError(e, \"x\");")]
    [InlineData("activity.AddException(e); logger.LogError(\"x\");")]
    public Task Exceptions_recorded_twice(string handler) =>
        Verify.Analyzer("SKY4003", Usings + "class C { void M(ILogger logger, Activity activity) { try { } catch (Exception e) { " + handler + " } } }", Refs.Observability);
}
