using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>What happens around a creation: later calls, subclasses, wrappers, escape hatches, Aspects, suppressions, and where things are reported.</summary>
public sealed class EngineTests
{
    private const string Usings = """
        using Amazon.CDK;
        using Amazon.CDK.AWS.EC2;
        using Amazon.CDK.AWS.IAM;
        using Amazon.CDK.AWS.S3;
        using Amazon.CDK.AWS.SQS;
        using Constructs;

        """;

    private static string InStack(string statements, string members = "", string types = "") => Usings + $$"""
        class Demo : Amazon.CDK.Stack
        {
            {{members}}

            internal Demo(Construct scope, string id) : base(scope, id)
            {
                {{statements}}
            }
        }

        {{types}}
        """;

    private static Setup Program => new(Refs.Cdk) { OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication, OtherSources = [("Program.cs", "static class P { static void Main() { } }")] };

    [Theory]
    // The props object that lacks the property.
    [InlineData("new Bucket(this, \"B\", [|new BucketProps|] { Versioned = true });")]
    // No props at all: the creation.
    [InlineData("[|new Bucket|](this, \"B\");")]
    // The assignment that is wrong.
    [InlineData("new Bucket(this, \"B\", new BucketProps { [|EnforceSSL = false|] });")]
    [InlineData("var p = new BucketProps(); [|p.EnforceSSL = false|]; new Bucket(this, \"B\", p);")]
    // The expression that brings the props.
    [InlineData("var p = new BucketProps(); new Bucket(this, \"B\", [|p|]);")]
    public Task Reports_where_the_user_can_act(string statements) => Verify.Analyzer("SKY1002", InStack(statements), Refs.Cdk);

    [Fact]
    public async Task Message_names_the_class_and_the_id()
    {
        var diagnostics = await Verify.Diagnostics(InStack("new Bucket(this, \"Uploads\");"), Refs.Cdk, ["SKY1002"]);
        Assert.StartsWith("Bucket 'Uploads' accepts", Assert.Single(diagnostics).GetMessage(), StringComparison.Ordinal);
        Assert.Equal("Uploads", diagnostics[0].Properties["constructId"]);
    }

    [Fact]
    public async Task Message_about_connections_names_their_owner()
    {
        var diagnostics = await Verify.Diagnostics(InStack("var host = new BastionHostLinux(this, \"Host\", new BastionHostLinuxProps { Vpc = new Vpc(this, \"V\") }); host.Connections.AllowFromAnyIpv4(Port.Tcp(8080));"), Refs.Cdk, ["SKY1004"]);
        Assert.StartsWith("BastionHostLinux 'Host' accepts", Assert.Single(diagnostics).GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public Task A_wrong_value_in_a_shared_helper_is_reported_where_the_construct_is_made() => Verify.Analyzer(
        "SKY1002",
        InStack("new Bucket(this, \"B\", [|Shared()|]);", "static BucketProps Shared() => new BucketProps { EnforceSSL = false };"),
        Refs.Cdk);

    [Theory]
    [InlineData("var b = new Bucket(this, \"B\"); b.AddToResourcePolicy(new PolicyStatement());")]
    [InlineData("var b = new Bucket(this, \"B\"); Harden(b);")]
    [InlineData("_b = new Bucket(this, \"B\"); Later();")]
    [InlineData("Make().AddToResourcePolicy(new PolicyStatement());")]
    [InlineData("var b = new Bucket(this, \"B\"); new CfnBucketPolicy(this, \"P\", new CfnBucketPolicyProps { Bucket = b.BucketName, PolicyDocument = new Dictionary<string, object>() });")]
    public Task A_later_call_satisfies(string statements) => Verify.Silent(
        "SKY1002",
        InStack(statements, "Bucket? _b; void Later() { _b!.AddToResourcePolicy(new PolicyStatement()); } Bucket Make() => new Bucket(this, \"M\"); static void Harden(Bucket bucket) { bucket.AddToResourcePolicy(new PolicyStatement()); }").Replace("Bucket Make() => new Bucket(this, \"M\");", statements.Contains("Make()", StringComparison.Ordinal) ? "Bucket Make() { var made = new Bucket(this, \"M\"); return made; }" : "", StringComparison.Ordinal),
        Program);

    [Fact]
    public Task A_later_call_in_one_branch_is_unknown() => Verify.Silent("SKY1002", InStack("var b = new Bucket(this, \"B\"); if (id == \"x\") { b.AddToResourcePolicy(new PolicyStatement()); }"), Refs.Cdk);

    [Fact]
    public Task A_call_on_another_construct_does_not_count() => Verify.Analyzer(
        "SKY1002",
        InStack("var a = [|new Bucket|](this, \"A\"); var b = new Bucket(this, \"B\"); b.AddToResourcePolicy(new PolicyStatement());"),
        Refs.Cdk);

    [Fact]
    public Task A_subclass_is_judged_at_its_base_call() => Verify.Analyzer(
        "SKY1002",
        InStack("new Open(this, \"B\");", types: "class Open : Bucket { internal Open(Construct scope, string id) : base(scope, id, [|new BucketProps|] { Versioned = true }) { } }"),
        Refs.Cdk);

    [Fact]
    public Task A_subclass_with_a_primary_constructor_is_judged() => Verify.Analyzer(
        "SKY1002",
        InStack("", types: "class Open(Construct scope, string id) : Bucket(scope, id, [|new BucketProps|] { Versioned = true });"),
        Refs.Cdk);

    [Fact]
    public Task A_subclass_that_is_safe_is_silent() => Verify.Silent(
        "SKY1002",
        InStack("new Safe(this, \"B\");", types: "class Safe : Bucket { internal Safe(Construct scope, string id) : base(scope, id, new BucketProps { EnforceSSL = true }) { } }"),
        Refs.Cdk);

    [Fact]
    public Task A_subclass_that_passes_props_on_is_judged_where_it_is_created() => Verify.Analyzer(
        "SKY1002",
        InStack("new Passing(this, \"A\", [|new BucketProps|] { Versioned = true }); new Passing(this, \"B\", new BucketProps { EnforceSSL = true });",
            types: "public class Passing : Bucket { public Passing(Construct scope, string id, BucketProps props) : base(scope, id, props) { } }"),
        Refs.Cdk);

    [Fact]
    public Task Props_from_a_public_parameter_are_unknown() => Verify.Silent(
        "SKY1002",
        Usings + "public class Wrapper : Construct { public Wrapper(Construct scope, string id, BucketProps props) : base(scope, id) { new Bucket(this, \"B\", props); } }",
        Refs.Cdk);

    [Fact]
    public Task Imports_are_never_flagged() => Verify.Silent("SKY1002", InStack("Bucket.FromBucketName(this, \"B\", \"somebody-elses\");"), Refs.Cdk);

    [Theory]
    [InlineData("b.Harden();")]
    [InlineData("Company.Hardening.All(b);")]
    [InlineData("Company.Hardening.All(b, b);")]
    [InlineData("Company.Hardening.Each(new[] { b });")]
    [InlineData("Company.Hardening.Each(new List<Bucket> { b });")]
    [InlineData("new Company.Audit(this, \"A\", new Company.AuditProps { Bucket = b });")]
    [InlineData("Harden(b);", "static void Harden(Bucket b) => b.Harden();")]
    public Task What_another_library_does_with_a_construct_is_unknown(string statement, string members = "") =>
        Verify.Silent("SKY1002", "using Company;\n" + InStack("var b = new Bucket(this, \"B\"); " + statement, members), CompanySetup);

    /// <summary>What is a property of the construct is not changed by a construct that uses it; a method may do anything.</summary>
    [Theory]
    [InlineData("new Company.Audit(this, \"A\", new Company.AuditProps { Bucket = b });", true)]
    [InlineData("new Company.Audit(this, \"A\", new Company.AuditProps { Bucket = b }).Start();", true)]
    [InlineData("new Company.Channel(new Company.Source(b)).From(new Company.Source(b));", true)]
    [InlineData("Company.Hardening.All(b);", false)]
    [InlineData("new Company.Channel(new Company.Source(b)); b.Harden();", false)]
    [InlineData("new Company.Channel(Company.Hardening.Hardened(b));", false)]
    public Task A_property_of_a_construct_that_another_library_uses(string statement, bool isFlagged)
    {
        var creation = isFlagged ? "[|new Bucket|]" : "new Bucket";
        return Verify.Analyzer("SKY1001", "using Company;\n" + InStack($"var b = {creation}(this, \"B\"); " + statement), CompanySetup);
    }

    [Theory]
    [InlineData("Company.Hardening.Log(b.BucketName);")]
    [InlineData("System.Console.WriteLine(b);")]
    [InlineData("b.GrantRead(new AccountRootPrincipal());")]
    [InlineData("Company.Hardening.All();")]
    public Task A_library_that_does_not_get_the_construct_changes_nothing(string statement) =>
        Verify.Analyzer("SKY1002", "using Company;\n" + InStack("var b = [|new Bucket|](this, \"B\"); " + statement), CompanySetup);

    [Theory]
    [InlineData("((CfnBucket)b.Node.DefaultChild!).AddPropertyOverride(\"BucketEncryption.ServerSideEncryptionConfiguration\", new object[0]);")]
    [InlineData("var cfn = (CfnBucket)b.Node.DefaultChild!; cfn.BucketEncryption = new CfnBucket.BucketEncryptionProperty();")]
    [InlineData("var cfn = b.Node.DefaultChild as CfnBucket; cfn!.AddOverride(\"Properties.BucketEncryption\", \"x\");")]
    [InlineData("((CfnBucket)b.Node.DefaultChild!).AddPropertyOverride(id, \"x\");")]
    public Task An_escape_hatch_that_writes_the_property_makes_it_unknown(string hatch) => Verify.Silent("SKY1001", InStack("var b = new Bucket(this, \"B\"); " + hatch), Refs.Cdk);

    [Theory]
    [InlineData("((CfnBucket)b.Node.DefaultChild!).AddPropertyOverride(\"ObjectLockEnabled\", true);")]
    [InlineData("var cfn = (CfnBucket)b.Node.DefaultChild!; cfn.BucketName = \"x\";")]
    public Task An_escape_hatch_that_writes_another_property_changes_nothing(string hatch) => Verify.Analyzer("SKY1001", InStack("var b = [|new Bucket|](this, \"B\"); " + hatch), Refs.Cdk);

    [Fact]
    public Task An_escape_hatch_that_undoes_what_the_properties_say_is_reported() => Verify.Analyzer(
        "SKY1001",
        InStack("var b = new Bucket(this, \"B\", new BucketProps { Encryption = BucketEncryption.KMS }); [|((CfnBucket)b.Node.DefaultChild!).AddPropertyDeletionOverride(\"BucketEncryption\")|];"),
        Refs.Cdk);

    [Theory]
    // Either rotation or an asymmetric key is right: what the hatch leaves alone is as the properties say.
    [InlineData("new KeyProps { EnableKeyRotation = true }", "[|((CfnKey)k.Node.DefaultChild!).AddPropertyOverride(\"EnableKeyRotation\", false)|];")]
    [InlineData("new KeyProps { EnableKeyRotation = true }", "[|((CfnKey)k.Node.DefaultChild!).EnableKeyRotation = false|];")]
    [InlineData("new KeyProps { KeySpec = KeySpec.RSA_2048, KeyUsage = KeyUsage.SIGN_VERIFY }", "((CfnKey)k.Node.DefaultChild!).AddPropertyOverride(\"EnableKeyRotation\", false);")]
    [InlineData("new KeyProps { EnableKeyRotation = true }", "((CfnKey)k.Node.DefaultChild!).AddPropertyOverride(\"Enabled\", false);")]
    public Task An_escape_hatch_that_undoes_half_of_an_either_or(string props, string hatch) => Verify.Analyzer(
        "SKY1013",
        InStack($"var k = new Key(this, \"K\", {props}); {hatch}").Replace("using Amazon.CDK.AWS.S3;", "using Amazon.CDK.AWS.S3; using Amazon.CDK.AWS.KMS;"),
        Refs.Cdk);

    [Fact]
    public Task An_aspect_that_names_the_class_makes_it_unknown() => Verify.Silent(
        "SKY1001",
        InStack("Aspects.Of(this).Add(new Encrypt()); new Bucket(this, \"B\");", types: Aspect("Encrypt", "if (node is CfnBucket bucket) { bucket.BucketEncryption = null; }")),
        Refs.Cdk);

    [Fact]
    public Task An_aspect_about_something_else_changes_nothing() => Verify.Analyzer(
        "SKY1001",
        InStack("Aspects.Of(this).Add(new Encrypt()); [|new Bucket|](this, \"B\");", types: Aspect("Encrypt", "if (node is CfnQueue queue) { queue.QueueName = null; }")),
        Refs.Cdk);

    [Fact]
    public Task A_tag_aspect_changes_nothing() => Verify.Analyzer("SKY1001", InStack("Aspects.Of(this).Add(new Amazon.CDK.Tag(\"team\", \"a\")); [|new Bucket|](this, \"B\");"), Refs.Cdk);

    private static string Aspect(string name, string body) => $$"""class {{name}} : Amazon.JSII.Runtime.Deputy.DeputyBase, IAspect { public void Visit(IConstruct node) { {{body}} } }""";

    /// <summary>Properties that are handed to code which is not seen may be set there.</summary>
    [Theory]
    [InlineData("Change?.Invoke(this, props);")]
    [InlineData("Change!(this, props);")]
    [InlineData("Settings?.Change?.Invoke(this, props);")]
    [InlineData("Complete(props);")]
    [InlineData("System.Action<BucketProps> complete = p => p.EnforceSSL = true; complete(props);")]
    [InlineData("System.Action complete = () => props.EnforceSSL = true; complete();")]
    [InlineData("System.Action complete = () => Change!(this, props); complete();")]
    [InlineData("dynamic any = this; any.Complete(props);")]
    // Not what compiles, but what an editor sees.
    [InlineData("Missing.Change?.Invoke(this, props);")]
    [InlineData("missing.Complete(props, out var x);")]
    [InlineData("var made = new Missing(props);")]
    public async Task Properties_that_unseen_code_gets(string statement)
    {
        var source = $$"""
            using Amazon.CDK.AWS.S3;

            public class Settings { public System.Action<object, BucketProps>? Change { get; set; } }

            public class Demo : Amazon.CDK.Stack
            {
                public System.Action<object, BucketProps>? Change { get; set; }

                public Settings? Settings { get; set; }

                protected virtual void Complete(BucketProps props) => props.Versioned = true;

                public void Make()
                {
                    var props = new BucketProps { Versioned = true };
                    {{statement}}
                    new Bucket(this, "B", props);
                }
            }
            """;
        Assert.Empty(await Verify.Diagnostics(source, new Setup(Refs.Cdk) { AllowCompileErrors = true }, ["SKY1002"]));
        Assert.NotEmpty(await Verify.Diagnostics(source.Replace(statement, "", StringComparison.Ordinal), Refs.Cdk, ["SKY1002"]));
    }

    [Theory]
    [InlineData("System.Action print = () => System.Console.WriteLine(props.BucketName);")]
    [InlineData("System.Func<BucketProps> get = () => props;")]
    [InlineData("System.Console.WriteLine(props);")]
    public async Task Properties_that_are_only_read(string statement)
    {
        var source = InStack($"var props = new BucketProps {{ Versioned = true }}; {statement} new Bucket(this, \"B\", props);");
        Assert.NotEmpty(await Verify.Diagnostics(source, Refs.Cdk, ["SKY1002"]));
    }

    private const string Nag = """
        namespace Cdklabs.CdkNag
        {
            public class NagPackSuppression { public string? Id { get; set; } public string? Reason { get; set; } }
            public static class NagSuppressions
            {
                public static void AddResourceSuppressions(object construct, NagPackSuppression[] suppressions, bool applyToChildren = false) { }
                public static void AddStackSuppressions(Amazon.CDK.Stack stack, NagPackSuppression[] suppressions) { }
                public static void AddResourceSuppressionsByPath(Amazon.CDK.Stack stack, string path, NagPackSuppression[] suppressions) { }
            }
        }
        """;

    [Theory]
    [InlineData("var b = new Bucket(this, \"B\"); NagSuppressions.AddResourceSuppressions(b, new[] { new NagPackSuppression { Id = \"AwsSolutions-S10\", Reason = \"Behind CloudFront\" } });")]
    [InlineData("NagSuppressions.AddStackSuppressions(this, new[] { new NagPackSuppression { Id = \"AwsSolutions-S10\", Reason = \"Test stack\" } }); new Bucket(this, \"B\");")]
    [InlineData("NagSuppressions.AddResourceSuppressionsByPath(this, \"/Demo/B/Resource\", new[] { new NagPackSuppression { Id = \"AwsSolutions-S10\", Reason = \"Test\" } }); new Bucket(this, \"B\");")]
    public Task A_cdk_nag_suppression_with_a_reason_counts(string statements) => Verify.Silent("SKY1002", "using Cdklabs.CdkNag;\n" + InStack(statements), NagSetup);

    [Theory]
    [InlineData("var b = [|new Bucket|](this, \"B\"); NagSuppressions.AddResourceSuppressions(b, new[] { new NagPackSuppression { Id = \"AwsSolutions-S1\", Reason = \"Another rule\" } });")]
    [InlineData("var b = [|new Bucket|](this, \"B\"); NagSuppressions.AddResourceSuppressions(b, new[] { new NagPackSuppression { Id = \"AwsSolutions-S10\" } });")]
    [InlineData("var b = new Bucket(this, \"B\", new BucketProps { EnforceSSL = true }); [|new Bucket|](this, \"C\"); NagSuppressions.AddResourceSuppressions(b, new[] { new NagPackSuppression { Id = \"AwsSolutions-S10\", Reason = \"Another bucket\" } });")]
    public Task A_suppression_of_something_else_does_not(string statements) => Verify.Analyzer("SKY1002", "using Cdklabs.CdkNag;\n" + InStack(statements), NagSetup);

    /// <summary>The policy that a grant writes is the grantee's, and so is the suppression.</summary>
    [Theory]
    [InlineData("role", true)]
    [InlineData("other", false)]
    public async Task A_suppression_of_the_grantee_counts_for_the_grant(string suppressed, bool isSilent)
    {
        var statements = $$"""
            Amazon.CDK.AWS.IAM.Role Make(string id) => new Amazon.CDK.AWS.IAM.Role(this, id, new Amazon.CDK.AWS.IAM.RoleProps());
            var role = new Amazon.CDK.AWS.IAM.Role(this, "R", new Amazon.CDK.AWS.IAM.RoleProps());
            var other = Make("O");
            new Bucket(this, "B").GrantRead(role);
            NagSuppressions.AddResourceSuppressions({{suppressed}}, new[] { new NagPackSuppression { Id = "AwsSolutions-IAM5", Reason = "Objects of one bucket" } });
            """;
        var diagnostics = await Verify.Diagnostics("using Cdklabs.CdkNag;\n" + InStack(statements), NagSetup.WithConfig("skylint.SKY1029.every_wildcard", "true"), ["SKY1029"]);
        Assert.Equal(isSilent, diagnostics.IsEmpty);
    }

    // The stub stands in an assembly of its own, as the real package does.
    private const string Company = """
        using System.Collections.Generic;
        using Amazon.CDK.AWS.S3;
        using Constructs;
        namespace Company
        {
            public static class Hardening
            {
                public static void Harden(this IBucket bucket) { }
                public static void All(params Construct[] constructs) { }
                public static void Each(IEnumerable<Construct> constructs) { }
                public static void Log(string text) { }
                public static Source Hardened(IBucket bucket) => new Source(bucket);
            }

            public class Source { public Source(IBucket bucket) { } }

            public class Channel { public Channel(Source source) { } public Channel From(Source source) => this; }

            public class AuditProps { public IBucket? Bucket { get; set; } }

            public class Audit : Construct { public Audit(Construct scope, string id, AuditProps props) : base(scope, id) { } public void Start() { } }
        }
        """;

    private static Setup CompanySetup => new Setup(Refs.Cdk.With(Verify.Compile(Company, Refs.Cdk).WithAssemblyName("Company.Constructs").ToMetadataReference()));

    private static Setup NagSetup => new Setup(Refs.Cdk.With(Verify.Compile(Nag, Refs.Cdk).WithAssemblyName("Cdklabs.CdkNag").ToMetadataReference()));

    [Theory]
    [InlineData("[|new CfnBucket|](this, \"B\");")]
    [InlineData("new CfnBucket(this, \"B\", [|new CfnBucketProps|] { BucketName = \"x\" });")]
    public Task L1_bad(string statements) => Verify.Analyzer("SKY1001", InStack(statements), Refs.Cdk);

    [Theory]
    [InlineData("new CfnBucket(this, \"B\", new CfnBucketProps { BucketEncryption = new CfnBucket.BucketEncryptionProperty { ServerSideEncryptionConfiguration = new object[0] } });")]
    [InlineData("new CfnBucket(this, \"B\", new CfnBucketProps { BucketEncryption = new Dictionary<string, object> { [\"serverSideEncryptionConfiguration\"] = new object[0] } });")]
    [InlineData("var b = new CfnBucket(this, \"B\"); b.BucketEncryption = new CfnBucket.BucketEncryptionProperty();")]
    public Task L1_good(string statements) => Verify.Silent("SKY1001", InStack(statements), Refs.Cdk);

    [Theory]
    [InlineData("new CfnSecurityGroup(this, \"G\", new CfnSecurityGroupProps { GroupDescription = \"g\", SecurityGroupIngress = new object[] { [|new CfnSecurityGroup.IngressProperty { IpProtocol = \"tcp\", FromPort = 80, ToPort = 80, CidrIp = \"0.0.0.0/0\" }|] } });")]
    [InlineData("new CfnSecurityGroup(this, \"G\", new CfnSecurityGroupProps { GroupDescription = \"g\", SecurityGroupIngress = new[] { [|new Dictionary<string, object> { [\"ipProtocol\"] = \"tcp\", [\"fromPort\"] = 80, [\"toPort\"] = 80, [\"cidrIp\"] = \"0.0.0.0/0\" }|] } });")]
    public Task Nested_L1_properties_resolve_as_classes_and_dictionaries(string statements) => Verify.Analyzer("SKY1004", InStack(statements), Refs.Cdk);

    [Fact]
    public Task An_element_added_to_a_list_later_counts() => Verify.Analyzer(
        "SKY1004",
        InStack("var rules = new List<object>(); rules.Add(new CfnSecurityGroup.IngressProperty { IpProtocol = \"tcp\", CidrIp = \"0.0.0.0/0\", FromPort = 80, ToPort = 80 }); new CfnSecurityGroup(this, \"G\", new CfnSecurityGroupProps { GroupDescription = \"g\", SecurityGroupIngress = rules.ToArray() });")
            .Replace("new CfnSecurityGroup.IngressProperty { IpProtocol", "[|new CfnSecurityGroup.IngressProperty { IpProtocol", StringComparison.Ordinal).Replace("ToPort = 80 })", "ToPort = 80 }|])", StringComparison.Ordinal),
        Refs.Cdk);

    [Theory]
    [InlineData("var dlq = new Queue(this, \"Failed\"); new Queue(this, \"Q\", new QueueProps { DeadLetterQueue = new DeadLetterQueue { Queue = dlq, MaxReceiveCount = 3 } });")]
    [InlineData("new Queue(this, \"Q\", new QueueProps { DeadLetterQueue = new DeadLetterQueue { Queue = new Queue(this, \"Failed\"), MaxReceiveCount = 3 } });")]
    [InlineData("new Queue(this, \"OrdersDlq\");")]
    public Task A_dead_letter_queue_needs_none_itself(string statements) => Verify.Silent("SKY1003", InStack(statements), Refs.Cdk);

    [Theory]
    [InlineData("public static void")]
    [InlineData("class { Bucket b = new Bucket(this, ; }")]
    [InlineData("class Demo : Amazon.CDK.Stack { Demo() : base(null, \"x\", Missing()) { new Bucket(this, \"B\", new BucketProps { EnforceSSL = nothing, Unknown = 3 }); new Bucket(); new Queue(this, \"Q\", new BucketProps()); } }")]
    [InlineData("class A : A { A() : this() { } } class B : Bucket { B(B b) : base(b, nameof(b), b.P) { P = P; } BucketProps P => P; }")]
    public async Task Code_that_does_not_compile_is_no_reason_to_fail(string source)
    {
        await Verify.Diagnostics(Usings + source, new Setup(Refs.Cdk) { AllowCompileErrors = true }, null);
    }

    [Theory]
    [InlineData("\"Q\"", "\"QDeadLetters\"")]
    [InlineData("$\"{id}-q\"", "$\"{id}-qDeadLetters\"")]
    [InlineData("id", "$\"{id}DeadLetters\"")]
    public async Task A_fix_derives_the_id_of_a_new_construct(string id, string expected)
    {
        var result = await Verify.ApplyFix("SKY1003", InStack($"new Queue(this, {id});"), Refs.Cdk, 0);
        Assert.Contains($"new Queue(this, {expected}, new QueueProps", result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recursion_ends()
    {
        await Verify.Diagnostics(
            InStack("new Bucket(this, \"B\", Loop(id)); var p = new BucketProps(); while (id.Length > 0) { p = Again(p); } new Bucket(this, \"C\", p);",
                "static BucketProps Loop(string s) => s.Length > 9 ? Loop(s + s) : Other(s); static BucketProps Other(string s) => Loop(s); static BucketProps Again(BucketProps p) { p.EnforceSSL = p.EnforceSSL == true ? Again(p).EnforceSSL : false; return Again(p); }"),
            Refs.Cdk,
            null);
    }

    [Fact]
    public async Task Nothing_is_said_without_the_CDK() =>
        Assert.Empty(await Verify.Diagnostics("class Bucket { } class C { object o = new Bucket(); }", Refs.Net, null));
}
