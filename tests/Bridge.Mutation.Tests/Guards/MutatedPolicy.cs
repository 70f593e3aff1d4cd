using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bridge.Mutation.Tests.Guards;

/// <summary>The policy once more, with a switch at every guard that takes it away.</summary>
internal sealed record MutatedPolicy(byte[] Assembly, ImmutableList<Guard> Guards, ImmutableList<Guard> Needed)
{
    // What the product's build adds by itself, and the switch. Without its guard something may never end: so it is counted how often anything is asked.
    private const string Added = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;

        namespace Bridge.Policy;

        public static class Removed
        {
            private static int guard;
            private static long limit;

            public static HashSet<int> Seen { get; } = [];

            public static long Asked { get; private set; }

            public static void Take(int number, long most)
            {
                guard = number;
                limit = most;
                Asked = 0;
                Seen.Clear();
            }

            public static bool Is(int number)
            {
                if (guard == 0)
                {
                    Seen.Add(number);
                }

                if (++Asked > limit)
                {
                    throw new InvalidOperationException("Without this guard it never ends.");
                }

                return guard == number;
            }
        }
        """;

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Latest);

    public static MutatedPolicy Build(IReadOnlyDictionary<string, string> sources)
    {
        List<Guard> guards = [];
        foreach (var (file, source) in sources)
        {
            guards.AddRange(GuardFinder.In(file, CSharpSyntaxTree.ParseText(source, Language), guards.Count + 1));
        }

        // Without some guards there is nothing to go on with: what they give a name to is used below. They cannot be left out by mistake.
        List<Guard> needed = [];
        while (true)
        {
            var compilation = Compile(sources, [.. guards.Except(needed)]);
            using var assembly = new MemoryStream();
            var result = compilation.Emit(assembly);
            if (result.Success)
            {
                return new(assembly.ToArray(), [.. guards.Except(needed)], [.. needed]);
            }

            var errors = result.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).ToList();
            var giving = guards.Except(needed).Where(guard => errors.Exists(error => Gives(guard, error, sources))).ToList();
            if (giving.Count == 0)
            {
                throw new InvalidOperationException($"The policy with switches does not compile: {string.Join('\n', errors.Take(5))}");
            }

            needed.AddRange(giving);
        }
    }

    private static CSharpCompilation Compile(IReadOnlyDictionary<string, string> sources, IReadOnlyList<Guard> guards) => CSharpCompilation.Create(
        "Bridge.Policy",
        [
            .. sources.Select(source => CSharpSyntaxTree.ParseText(Switched(source.Value, guards.Where(guard => guard.File == source.Key)), Language, source.Key)),
            CSharpSyntaxTree.ParseText(Added, Language),
        ],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, checkOverflow: true, nullableContextOptions: NullableContextOptions.Enable));

    private static string Switched(string source, IEnumerable<Guard> guards)
    {
        var all = guards.ToList();
        var opens = all.Select(one => (At: one.Span.Start, Order: int.MaxValue - one.Span.Length, Text: Before(one)));
        var closes = all.Where(one => one.Kind != GuardKind.Arm).Select(one => (At: one.Span.End, Order: one.Span.Length, Text: "))"));
        var text = new StringBuilder(source);
        // From the end, so that no place moves; at one place the inner closes before the outer, and both before another opens.
        foreach (var (at, _, inserted) in opens.Concat(closes).OrderByDescending(one => one.At).ThenByDescending(one => one.Order))
        {
            text.Insert(at, inserted);
        }

        return text.ToString();
    }

    private static string Before(Guard guard) => guard.Kind switch
    {
        GuardKind.RefusesWhenTrue => $"(!global::Bridge.Policy.Removed.Is({guard.Number}) && (",
        GuardKind.RefusesWhenFalse => $"(global::Bridge.Policy.Removed.Is({guard.Number}) || (",
        GuardKind.Arm => $" when !global::Bridge.Policy.Removed.Is({guard.Number})",
    };

    private static bool Gives(Guard guard, Diagnostic error, IReadOnlyDictionary<string, string> sources)
    {
        if (error.Location.SourceTree is not { } tree || tree.FilePath != guard.File || guard.Kind == GuardKind.Arm)
        {
            return false;
        }

        var unassigned = tree.GetText().ToString(error.Location.SourceSpan).Split('.')[0];
        var condition = CSharpSyntaxTree.ParseText($"_ = {sources[guard.File].Substring(guard.Span.Start, guard.Span.Length)};", Language.WithKind(SourceCodeKind.Script));
        return condition.GetRoot().DescendantNodes().OfType<SingleVariableDesignationSyntax>().Any(named => named.Identifier.ValueText == unassigned);
    }
}
