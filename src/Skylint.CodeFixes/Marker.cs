namespace Skylint.CodeFixes;

/// <summary>Names this assembly to those who look up its fixes by reflection: the command line, the documentation tool and the tests.</summary>
internal static class Marker;
