using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Skylint.Cdk;
using Skylint.Cdk.Rules;
using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>
/// Every class, property and method that a construct rule names, looked up in the real library. A mistyped name would make a rule silent
/// and no other test fail. Names come and go between versions: each has to be in at least one of those that are tested.
/// </summary>
public sealed partial class RuleNamesTests
{
    private static readonly IReadOnlyList<Library> s_versions = [new("2.103", Refs.Cdk103), new("2.160", Refs.Cdk), new("2.277", Refs.Cdk277)];

    public static TheoryData<string> Rules => [.. ConstructRules.All.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Classes_exist(string id)
    {
        var missing =
            from target in TargetsOf(id)
            from name in target.Types.Concat(Named(target, LibraryNameKind.Type))
            where !s_versions.Any(v => v.TypeOf(name) is not null)
            select name;
        AssertNone(missing);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Methods_of_calls_exist(string id)
    {
        var missing =
            from target in TargetsOf(id)
            where target is { Method: not null, IsResult: false }
            from type in target.Types
            where !s_versions.Any(v => v.HasMethod(type, null, target.Method!))
            select $"{type}.{target.Method}()";
        AssertNone(missing);
    }

    /// <summary>What is judged by its result has to name every method of that kind, and none that there is not.</summary>
    [Fact]
    public void Methods_that_return_a_grant_are_all_named()
    {
        var named = ConstructRules.All.SelectMany(r => r.Targets).Where(t => t.IsResult).Select(t => t.Method!).ToHashSet();
        var found = s_versions.SelectMany(v => v.GrantMethods()).ToHashSet();
        Assert.Equal(found.Order(), named.Order());
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Calls_that_take_the_construct_exist(string id)
    {
        var missing =
            from target in TargetsOf(id)
            from call in Named(target, LibraryNameKind.Call)
            let dot = call.LastIndexOf('.')
            where !s_versions.Any(v => v.HasMethod(call[..dot], null, call[(dot + 1)..]))
            select call;
        AssertNone(missing);
    }

    /// <summary>Classes that share a target may each lack something, but what is named has to be in one of them.</summary>
    [Theory]
    [MemberData(nameof(Rules))]
    public void Later_calls_exist(string id)
    {
        var missing =
            from target in TargetsOf(id)
            from method in Named(target, LibraryNameKind.Method)
            where !target.Types.Any(type => s_versions.Any(v => v.HasMethod(type, target.Method, method)))
            select $"{Describe(target)}: {method}()";
        AssertNone(missing);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Properties_exist(string id)
    {
        var missing =
            from target in TargetsOf(id)
            from path in Named(target, LibraryNameKind.Property)
            where !target.Types.Any(type => Has(target, type, path))
            select $"{Describe(target)}: {path}";
        AssertNone(missing);
    }

    /// <summary>What a rule demands of a resource that the construct refers to.</summary>
    [Theory]
    [MemberData(nameof(Rules))]
    public void Properties_of_other_resources_exist(string id)
    {
        var missing =
            from target in TargetsOf(id)
            from name in target.Requirement.Names
            where name.Owner is not null && name.Text.Length > 0 && !s_versions.Any(v => v.Has(name.Owner, null, name.Text))
            select $"{name.Owner}: {name.Text}";
        AssertNone(missing);
    }

    /// <summary>A class that lacks what all the fixes of its target set could be reported and never be put right.</summary>
    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_class_has_what_a_fix_sets(string id)
    {
        var missing =
            from target in TargetsOf(id)
            where target.Method is null
            let set = target.Fixes.SelectMany(f => f.Steps).Select(f => f switch { SetProperty property => property.Path, AppendElements append => append.Path, _ => null }).OfType<string>().ToList()
            let paths = set.Concat(Named(target, LibraryNameKind.Property).Where(p => set.Contains(p.Split('.')[^1]))).ToList()
            where paths.Count > 0
            from type in target.Types
            where !paths.Any(path => Has(target, type, path))
            select type;
        AssertNone(missing);
    }

    /// <summary>A fix never writes an obsolete property, so one that is obsolete or missing everywhere would never be offered.</summary>
    [Theory]
    [MemberData(nameof(Rules))]
    public void Properties_of_fixes_are_usable(string id)
    {
        var missing =
            from target in TargetsOf(id)
            from fix in target.Fixes.SelectMany(f => f.Steps)
            let path = fix switch { SetProperty set => set.Path, AppendElements append => append.Path, RemoveProperty remove => remove.Property, SetArgument argument => argument.Parameter, _ => null }
            where path is not null && !IsOffered(target, fix, path)
            select $"{string.Join(", ", target.Types)}: {path}";
        AssertNone(missing);

        // A fix may also name the last step alone, and then changes the assignment that is wrong.
        static bool IsOffered(Target target, Fix fix, string path) => s_versions.Any(v => target.Types.Any(type => v.Has(type, fix is SetArgument ? target.Method : null, path, usable: true)
            || target.Method is not null && v.Parameters(type, target.Method).Any(p => v.Has(type, target.Method, $"{p}.{path}", usable: true))
            || Named(target, LibraryNameKind.Property).Any(p => p.Split('.')[^1] == path)));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Expressions_of_fixes_compile(string id)
    {
        foreach (var expression in TargetsOf(id).SelectMany(t => t.Fixes).SelectMany(f => f.Steps).Select(f => f switch { SetProperty set => set.Expression, AppendElements append => append.Expression, SetArgument argument => argument.Expression, _ => null }).OfType<string>().Distinct())
        {
            var source = $"class C {{ void M(Constructs.Construct scope) {{ var value = {expression.Replace("{scope}", "scope", StringComparison.Ordinal).Replace("{id}", "Id", StringComparison.Ordinal)}; }} }}";
            var errors = s_versions.Select(v => v.ErrorsIn(source)).ToList();
            Assert.True(errors.Any(e => e.Count == 0), $"{expression}: {string.Join("; ", errors[^1])}");
        }
    }

    [Theory]
    [InlineData("Amazon.CDK.AWS.S3.Bucket", null, "EnforceSSL", true)]
    [InlineData("Amazon.CDK.AWS.S3.Bucket", null, "EnforceSsl", false)]
    [InlineData("Amazon.CDK.AWS.S3.Bucket", null, "LifecycleRules.[].Transitions.[].StorageClass", true)]
    [InlineData("Amazon.CDK.AWS.S3.CfnBucket", null, "BucketEncryption.ServerSideEncryptionConfiguration.[].ServerSideEncryptionByDefault.SseAlgorithm", true)]
    [InlineData("Amazon.CDK.AWS.S3.CfnBucket", null, "BucketEncryption.ServerSideEncryptionConfiguration.[].ServerSideEncryptionByDefault.SSEAlgorithm", false)]
    [InlineData("Amazon.CDK.AWS.EC2.SecurityGroup", "AddIngressRule", "peer", true)]
    [InlineData("Amazon.CDK.AWS.EC2.SecurityGroup", "AddIngressRule", "pear", false)]
    public void The_lookup_tells_right_from_wrong(string type, string? method, string path, bool exists) =>
        Assert.Equal(exists, s_versions[1].Has(type, method, path));

    private static IReadOnlyList<Target> TargetsOf(string id) => ConstructRules.All.Single(r => r.Id == id).Targets;

    private static IEnumerable<string> Named(Target target, LibraryNameKind kind) => target.Requirement.Names.Where(n => n.Kind == kind && n.Owner is null && n.Text.Length > 0).Select(n => n.Text).Distinct();

    private static bool Has(Target target, string type, string path) => s_versions.Any(v => v.Has(type, target.Method, path));

    private static string Describe(Target target) => string.Join(", ", target.Types) + (target.Method is null ? "" : $".{target.Method}()");

    private static void AssertNone(IEnumerable<string> missing) => Assert.Equal("", string.Join("\n", missing.Distinct()));

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type, string name)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            foreach (var member in at.GetMembers(name))
                yield return member;
        }

        foreach (var face in type.AllInterfaces)
        {
            foreach (var member in face.GetMembers(name))
                yield return member;
        }
    }

    [GeneratedRegex(@"""fqn"":""[\w.-]+?\.(?<owner>\w+)\.(?<name>\w+Property)""")]
    private static partial Regex NestedType();

    /// <summary>One version of the library.</summary>
    private sealed class Library(string name, Refs refs)
    {
        private static readonly string[] s_props = ["props", "options", "_1", "config"];

        private readonly Compilation _compilation = CSharpCompilation.Create("Library " + name, references: refs.All);

        public INamedTypeSymbol? TypeOf(string metadataName) => _compilation.GetTypeByMetadataName(metadataName);

        /// <summary>The names of the instance methods that return a grant and take whom it is for.</summary>
        public IEnumerable<string> GrantMethods()
        {
            var grant = TypeOf("Amazon.CDK.AWS.IAM.Grant")!;
            return
                from type in TypesIn(grant.ContainingAssembly.GlobalNamespace)
                where type.Name.EndsWith("Grants", StringComparison.Ordinal) || type.MemberNames.Any(m => m.StartsWith("Grant", StringComparison.Ordinal))
                from method in type.GetMembers().OfType<IMethodSymbol>()
                where !method.IsStatic && SymbolEqualityComparer.Default.Equals(method.ReturnType, grant) && method.Parameters.Any(p => p.Type is { Name: "IGrantable" or "IPrincipal", ContainingNamespace.Name: "IAM" })
                select method.Name;
        }

        private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceSymbol space) => [.. space.GetTypeMembers(), .. space.GetNamespaceMembers().SelectMany(TypesIn)];

        /// <summary>True when the class has the method, or what its method <paramref name="call"/> returns has it.</summary>
        public bool HasMethod(string type, string? call, string method) =>
            TypeOf(type) is { } found && Receivers(found, call).Any(t => Members(t, method).Any(m => m is IMethodSymbol));

        public IReadOnlyList<string> ErrorsIn(string source) =>
            [.. _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source)).GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error && d.Location.IsInSource).Select(d => d.GetMessage())];

        public IEnumerable<string> Parameters(string type, string method) =>
            TypeOf(type) is { } found ? Members(found, method).OfType<IMethodSymbol>().SelectMany(m => m.Parameters).Select(p => p.Name).Distinct() : [];

        /// <summary>True when the path leads somewhere from the props of the class, or from the arguments of its method.</summary>
        public bool Has(string type, string? method, string path, bool usable = false)
        {
            if (TypeOf(type) is not { } found)
                return false;
            var steps = path.Split('.');
            var at = First(found, method, steps[0], usable).ToList();
            for (var i = 1; i < steps.Length; i++)
            {
                var step = steps[i];
                at = [.. at.SelectMany(p => Next(p, step, found, usable))];
            }

            return at.Count > 0;
        }

        private static IEnumerable<Place> First(INamedTypeSymbol type, string? method, string step, bool usable)
        {
            if (step.EndsWith("()", StringComparison.Ordinal))
                return Receivers(type, method).Select(t => new Place(t, step[..^2]));
            if (method is not null)
                return step == "this" ? [new Place(type, null)] : Arguments(type, method, step);
            return OfCreation(type, step, usable);
        }

        // What is called later on is called on the construct, or on what the judged call returned.
        private static IEnumerable<INamedTypeSymbol> Receivers(INamedTypeSymbol type, string? call) =>
            call is null ? [type] : [type, .. Members(type, call).OfType<IMethodSymbol>().Select(m => m.ReturnType).OfType<INamedTypeSymbol>()];

        private static IEnumerable<Place> OfCreation(INamedTypeSymbol type, string step, bool usable)
        {
            var parameters = type.InstanceConstructors.SelectMany(c => c.Parameters).ToList();
            var props = parameters.Where(p => s_props.Contains(p.Name)).Select(p => p.Type).OfType<INamedTypeSymbol>();
            return props.SelectMany(p => Property(p, step, usable)).Concat(parameters.Where(p => p.Name == step).Select(p => new Place(p.Type, null)));
        }

        private static IEnumerable<Place> Arguments(INamedTypeSymbol type, string method, string parameter) =>
            Members(type, method).OfType<IMethodSymbol>().SelectMany(m => m.Parameters).Where(p => p.Name == parameter).Select(p => new Place(p.Type, null));

        private static IEnumerable<Place> Next(Place place, string step, INamedTypeSymbol construct, bool usable)
        {
            if (step == "[]")
            {
                return place.Type switch
                {
                    IArrayTypeSymbol array => [place with { Type = array.ElementType }],
                    INamedTypeSymbol { TypeArguments.Length: > 0 } generic => [place with { Type = generic.TypeArguments[^1] }],
                    { SpecialType: SpecialType.System_Object } => [place],
                    _ => [],
                };
            }

            if (place is { Call: { } method, Type: INamedTypeSymbol called })
                return Arguments(called, method, step);
            if (place.Type is INamedTypeSymbol { SpecialType: not SpecialType.System_Object } type)
                return type.AllInterfaces.Any(i => i.Name == "IConstruct") ? OfCreation(type, step, usable) : Property(type, step, usable);
            // What may be a token is declared as object; an attribute says what else it may be.
            return place.Json is null || place.Type.SpecialType != SpecialType.System_Object ? [] : NestedType().Matches(place.Json)
                .SelectMany(m => construct.ContainingNamespace.GetTypeMembers(m.Groups["owner"].Value).SelectMany(t => t.GetTypeMembers(m.Groups["name"].Value)))
                .SelectMany(t => Property(t, step, usable));
        }

        private static IEnumerable<Place> Property(INamedTypeSymbol type, string name, bool usable)
        {
            foreach (var property in Members(type, name).OfType<IPropertySymbol>())
            {
                if (usable && property.GetAttributes().Any(a => a.AttributeClass?.Name == "ObsoleteAttribute"))
                    continue;
                var json = property.GetAttributes().Where(a => a.AttributeClass?.Name == "JsiiPropertyAttribute").SelectMany(a => a.ConstructorArguments).Select(a => a.Value as string).FirstOrDefault(v => v?.Contains("fqn", StringComparison.Ordinal) == true);
                yield return new Place(property.Type, null) { Json = json };
            }
        }

        /// <param name="Type">The type of what is found there.</param>
        /// <param name="Call">The method whose arguments are meant, instead of the type's properties.</param>
        private sealed record Place(ITypeSymbol Type, string? Call)
        {
            public string? Json { get; init; }
        }
    }
}
