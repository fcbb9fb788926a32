using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>
/// The walk through a body passes over what does not concern the variable that it follows, ends at the use, and walks a loop that changes nothing once. None
/// of this may change an answer.
/// </summary>
public sealed class WalkTests
{
    private static string InStack(string members) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using Amazon.CDK;
        using Amazon.CDK.AWS.SQS;
        using Constructs;

        public class Demo : Stack
        {
            private static readonly QueueProps Tls = new() { EnforceSSL = true };

            public Demo(Construct scope, string id, string[] names) : base(scope, id)
            {
                Make(new QueueProps(), new QueueProps(), names);
            }

            {{members}}
        }
        """;

    [Theory]
    // What is passed over.
    [InlineData("if (names.Length > 0) { foreach (var n in names) Console.WriteLine(n); } new Queue(this, \"Q\", a);")]
    [InlineData("try { Console.WriteLine(); } finally { Console.WriteLine(); } lock (names) { } using (var s = new System.IO.MemoryStream()) { } new Queue(this, \"Q\", a);")]
    [InlineData("switch (names.Length) { case 0: b.EnforceSSL = true; break; default: b = Tls; break; } new Queue(this, \"Q\", a);")]
    [InlineData("while (names.Length > 0) { if (b.EnforceSSL == true) break; if (b.QueueName == null) continue; b = Tls; } new Queue(this, \"Q\", a);")]
    [InlineData("var all = names.Select(n => { return n; }).ToList(); if (names.Length > 1) { Func<int> f = () => { return 1; }; f(); } new Queue(this, \"Q\", a);")]
    // What leaves, and leaves the rest as it is.
    [InlineData("if (names.Length == 0) return; new Queue(this, \"Q\", a);")]
    [InlineData("if (names.Length == 0) throw new Exception(); new Queue(this, \"Q\", a);")]
    [InlineData("if (names.Length == 0) { a = Tls; return; } new Queue(this, \"Q\", a);")]
    [InlineData("if (names.Length == 0) { a.EnforceSSL = true; throw new Exception(); } new Queue(this, \"Q\", a);")]
    [InlineData("foreach (var n in names) { if (n == \"\") return; } new Queue(this, \"Q\", a);")]
    // A throw that is one branch of an expression.
    [InlineData("names = names ?? throw new Exception(); new Queue(this, \"Q\", a); Use(a);")]
    [InlineData("if (names.Length > 0) { Console.WriteLine(a.QueueName ?? throw new Exception()); } new Queue(this, \"Q\", a); Use(a);")]
    [InlineData("Console.WriteLine(names.Length == 1 ? a.QueueName : throw new Exception()); new Queue(this, \"Q\", a);")]
    // The condition asks for both variables, and to get to each one passes the condition.
    [InlineData("if (a.EnforceSSL == true && b.EnforceSSL == true) throw new Exception(); new Queue(this, \"Q\", a); Console.WriteLine(b); Use(b);")]
    [InlineData("if (a.QueueName != null && b.QueueName != null) a = Tls; Use(a); Use(b); new Queue(this, \"Q\", a);")]
    [InlineData("foreach (var n in names) { if (a.QueueName == n) continue; if (b.QueueName == a.QueueName) continue; Use(a); Use(b); } new Queue(this, \"Q\", a);")]
    [InlineData("QueueProps c = new(), d = new(); if (a.QueueName != b.QueueName && c.QueueName != d.QueueName) Use(a); if (a.QueueName != b.QueueName && c.QueueName != d.QueueName) Use(b); if (a.QueueName != b.QueueName && c.QueueName != d.QueueName) Use(c); a.EnforceSSL = c.EnforceSSL; new Queue(this, \"Q\", a); Use(b); Use(c); Use(d);")]
    [InlineData("QueueProps c = new(), d = new(); if (a.QueueName != b.QueueName && c.QueueName != d.QueueName) a.QueueName = \"x\"; if (a.QueueName != b.QueueName && c.QueueName != d.QueueName) b.QueueName = \"y\"; if (a.QueueName != b.QueueName && c.QueueName != d.QueueName) c.QueueName = \"z\"; if (a.QueueName != b.QueueName && c.QueueName != d.QueueName) return; new Queue(this, \"Q\", a); Use(b); Use(c); Use(d);")]
    // After the use.
    [InlineData("new Queue(this, \"Q\", a); a.EnforceSSL = true;")]
    [InlineData("new Queue(this, \"Q\", a); if (names.Length > 0) a = Tls;")]
    [InlineData("new Queue(this, \"Q\", a); a = new QueueProps { EnforceSSL = a.EnforceSSL ?? true };")]
    public async Task Reported(string statements)
    {
        var members = $$"""private void Make(QueueProps a, QueueProps b, string[] names) { {{statements}} } private static void Use(QueueProps p) => Console.WriteLine(p.QueueName);""";
        Assert.Single(await Verify.Diagnostics(InStack(members), Refs.Cdk, ["SKY1011"]));
    }

    [Theory]
    [InlineData("if (names.Length > 0) { foreach (var n in names) a.EnforceSSL = true; } new Queue(this, \"Q\", a);")]
    [InlineData("try { a = Tls; } finally { Console.WriteLine(); } new Queue(this, \"Q\", a);")]
    [InlineData("switch (names.Length) { case 0: a.EnforceSSL = true; break; default: a = Tls; break; } new Queue(this, \"Q\", a);")]
    [InlineData("while (names.Length > 0) { a = Tls; if (b.EnforceSSL == true) break; } new Queue(this, \"Q\", a);")]
    [InlineData("do { if (names.Length == 0) { a = Tls; break; } a.EnforceSSL = true; } while (true); new Queue(this, \"Q\", a);")]
    [InlineData("if (names.Length == 0) return; a.EnforceSSL = true; new Queue(this, \"Q\", a);")]
    [InlineData("lock (names) { using (var s = new System.IO.MemoryStream()) { a.EnforceSSL = true; } } new Queue(this, \"Q\", a);")]
    [InlineData("if (names.Length == 0) { void Set() => a.EnforceSSL = true; Set(); } else { a = Tls; } new Queue(this, \"Q\", a);")]
    // What leaves in every case.
    [InlineData("if (names.Length == 0) { return; } else { throw new Exception(); } new Queue(this, \"Q\", a);")]
    [InlineData("if (true) return; new Queue(this, \"Q\", a);")]
    // In the next turn of a loop.
    [InlineData("foreach (var n in names) { new Queue(this, n, a); a = Tls; } if (names.Length == 0) goto end; end: Console.WriteLine();")]
    [InlineData("var first = Tls; foreach (var n in names) { new Queue(this, n, first); if (n == \"x\") { first = a; } else { first = b; first.EnforceSSL = true; } }")]
    // A jump back.
    [InlineData("a.EnforceSSL = true; again: new Queue(this, \"Q\", a); a = new QueueProps(); if (names.Length > 0) goto again;")]
    public async Task Silent(string statements)
    {
        var members = $$"""private void Make(QueueProps a, QueueProps b, string[] names) { {{statements}} } private static void Use(QueueProps p) => Console.WriteLine(p.QueueName);""";
        Assert.Empty(await Verify.Diagnostics(InStack(members), Refs.Cdk, ["SKY1011"]));
    }
}
