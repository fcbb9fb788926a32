using Skylint;
using Skylint.Docs;

const string Usage = """
    Renders what follows from the rules: their pages, the index, the release lines and the profiles.

    Usage: dotnet run --project src/Skylint.Docs [-- --check] [--root <folder>]

      --check          write nothing; list what differs and exit with 1
      --root <folder>  the repository; by default the folder above the current one that holds Analyzers.sln
    """;

var check = false;
string? root = null;
for (var i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--check":
            check = true;
            break;
        case "--root" when i + 1 < args.Length:
            root = args[++i];
            break;
        case "--help" or "-h":
            Console.WriteLine(Usage);
            return 0;
        default:
            Console.Error.WriteLine($"Unknown argument '{args[i]}'.\n\n{Usage}");
            return 2;
    }
}

var repository = root is null ? RepositoryFolder.Above(Directory.GetCurrentDirectory()) : RepositoryFolder.At(root);
if (repository is null)
{
    Console.Error.WriteLine("No folder from here upward holds Analyzers.sln; name the repository with --root.");
    return 2;
}

var changes = DocumentSet.Render(repository, AllRules.Rules).ChangesIn(repository);
foreach (var change in changes)
{
    Console.WriteLine($"{change.Kind.ToString().ToLowerInvariant(),-8} {change.Path}");
    if (!check)
        change.ApplyTo(repository);
}

if (check && changes.Count > 0)
{
    Console.Error.WriteLine($"{changes.Count} generated files are out of date; run '{GeneratedNote.Command}'.");
    return 1;
}

Console.WriteLine(changes.Count == 0 ? "All generated files are up to date." : $"{changes.Count} files written or deleted.");
return 0;
