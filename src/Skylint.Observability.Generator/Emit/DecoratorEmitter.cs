namespace Skylint.Observability.Generator;

/// <summary>Writes the decorator of an observed interface and the method that registers it.</summary>
internal static class DecoratorEmitter
{
    public static string Emit(InterfaceModel model, CompilationModel compilation)
    {
        var writer = CodeWriter.File(compilation);
        var annotated = compilation.LanguageVersion >= 800 ? "?" : "";
        if (model.Namespace.Length > 0)
            writer.Open("namespace " + model.Namespace);
        Decorator(writer, model, compilation, annotated);
        if ((compilation.Facts & Facts.DependencyInjection) != 0)
            Registration(writer, model, compilation);
        if (model.Namespace.Length > 0)
            writer.Close();
        return writer.ToString();
    }

    private static void Decorator(CodeWriter writer, InterfaceModel model, CompilationModel compilation, string annotated)
    {
        var logger = Names.Logger + annotated;
        var name = "Observed" + model.ShortName;
        var typeParameters = model.TypeParameterDeclarations.Length == 0 ? "" : $"<{model.TypeParameterDeclarations}>";
        writer.Line($"/// <summary>Traces, measures and logs the calls of another <see cref=\"{Cref(model.TypeName)}\"/>.</summary>");
        writer.Line("[global::System.CodeDom.Compiler.GeneratedCode(\"Skylint.Observability\", \"1\")]" + model.Attributes);
        writer.Open($"{model.Accessibility} sealed class {name}{typeParameters} : {model.TypeName}{model.Constraints}");
        foreach (var member in model.Members)
        {
            if (member.Call is { } call)
            {
                CallEmitter.Statics(writer, call, compilation, "private");
                writer.Line();
            }
        }

        writer.Line($"private readonly {model.TypeName} _inner;");
        writer.Line($"private readonly {logger} _logger;").Line();
        writer.Line("/// <summary>Makes the decorator.</summary>");
        writer.Line("/// <param name=\"inner\">What does the work.</param>");
        writer.Line("/// <param name=\"logger\">The logger; null for no log records.</param>");
        writer.Open($"public {name}({model.TypeName} inner, {logger} logger = null)");
        writer.Line("_inner = inner ?? throw new global::System.ArgumentNullException(nameof(inner));").Line("_logger = logger;").Close();
        foreach (var member in model.Members)
        {
            writer.Line();
            Member(writer, member, compilation);
        }

        writer.Close();
    }

    private static void Member(CodeWriter writer, MemberModel member, CompilationModel compilation)
    {
        if (member.Attributes.Length > 0)
            writer.Line(member.Attributes);
        if (member.Accessors is { } accessors)
        {
            writer.Open(member.Header);
            foreach (var accessor in accessors)
                writer.Line(accessor);
            writer.Close();
            return;
        }

        writer.Line(member.Header + member.Constraints);
        if (member.Call is { } call)
        {
            CallEmitter.Body(writer, call, compilation, member.InnerCall, "this._logger", "", member.Parameters, member.ReturnsReadOnlyReference, member.Attributes, isStatic: false);
            return;
        }

        var reference = member.Header.StartsWith("ref ", StringComparison.Ordinal) ? "ref " : "";
        writer.Open().Line(member.ReturnsNothing ? member.InnerCall + ";" : $"return {reference}{member.InnerCall};").Close();
    }

    private static void Registration(CodeWriter writer, InterfaceModel model, CompilationModel compilation)
    {
        const string di = "global::Microsoft.Extensions.DependencyInjection.";
        var implementation = "TImplementation";
        while (model.TypeParameters.Split(',').Any(parameter => parameter.Trim() == implementation))
            implementation += "_";
        var own = model.TypeParameterDeclarations.Length == 0 ? "" : model.TypeParameterDeclarations + ", ";
        var closed = model.TypeParameters.Length == 0 ? "" : $"<{model.TypeParameters}>";
        var annotation = (compilation.Facts & Facts.TrimAnnotations) == 0 ? "" :
            "[global::System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(global::System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicConstructors)] ";
        writer.Line();
        writer.Line($"/// <summary>Registers implementations of <see cref=\"{Cref(model.TypeName)}\"/> behind their decorator.</summary>");
        writer.Line("[global::System.CodeDom.Compiler.GeneratedCode(\"Skylint.Observability\", \"1\")]" + model.Attributes);
        writer.Open($"{model.Accessibility} static class Observed{model.ShortName}Registration{(model.TypeParameters.Length == 0 ? "" : model.TypeParameters.Split(',').Length.ToString())}");
        writer.Line("/// <summary>Registers the implementation behind a decorator that traces, measures and logs its calls. A registration of the implementation itself that is there already is used as it is.</summary>");
        writer.Line("/// <param name=\"services\">The services.</param>");
        writer.Line("/// <param name=\"lifetime\">The lifetime of both.</param>");
        writer.Line("/// <returns>The same services.</returns>");
        writer.Line($"public static {di}IServiceCollection AddObserved{model.ShortName}<{own}{annotation}{implementation}>(this {di}IServiceCollection services, {di}ServiceLifetime lifetime = {di}ServiceLifetime.Scoped)");
        writer.Open($"    where {implementation} : class, {model.TypeName}{model.Constraints}");
        writer.Line($"{di}Extensions.ServiceCollectionDescriptorExtensions.TryAdd(services, new {di}ServiceDescriptor(typeof({implementation}), typeof({implementation}), lifetime));");
        writer.Line($"services.Add(new {di}ServiceDescriptor(typeof({Plain(model.TypeName)}), Create{closed.TrimEnd('>')}{(closed.Length == 0 ? "<" : ", ")}{implementation}>, lifetime));");
        writer.Line("return services;").Close().Line();
        writer.Line($"private static object Create<{own}{implementation}>(global::System.IServiceProvider provider)");
        writer.Open($"    where {implementation} : class, {model.TypeName}{model.Constraints}");
        writer.Line("var factory = (global::Microsoft.Extensions.Logging.ILoggerFactory)provider.GetService(typeof(global::Microsoft.Extensions.Logging.ILoggerFactory));");
        writer.Line($"var inner = {di}ServiceProviderServiceExtensions.GetRequiredService<{implementation}>(provider);");
        writer.Line($"return new Observed{model.ShortName}{closed}(inner, factory == null ? null : factory.CreateLogger(typeof({implementation}).FullName ?? typeof({implementation}).Name));");
        writer.Close().Close();
    }

    private static string Cref(string typeName) => Plain(typeName).Replace('<', '{').Replace('>', '}');

    private static string Plain(string typeName) => typeName.Replace("?", "");
}
