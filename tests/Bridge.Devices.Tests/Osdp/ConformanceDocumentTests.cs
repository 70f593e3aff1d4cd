using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Bridge.Devices.Tests.Osdp;

/// <summary>
/// docs/drivers/osdp-conformance.md is written from the tests, never by hand: UPDATE_DOCUMENTS=1 writes it, and without that it has to be what the tests
/// say.
/// </summary>
public sealed class ConformanceDocumentTests
{
    private const int Items = 69;

    [Fact]
    public void TheDocumentSaysWhatTheTestsShow()
    {
        var written = Document();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCUMENTS") == "1")
        {
            File.WriteAllText(Place(), written);
        }

        Assert.Equal(written, File.ReadAllText(Place()).ReplaceLineEndings("\n"));
    }

    private static string Document()
    {
        var shown = Shown();
        var text = new StringBuilder();
        text.Append("# What the tests show of OSDP\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{shown.Count} of {Items} points of the checklist for control panels. Written from the tests' attributes; a test compares.\n\n");
        text.Append("| point | what is shown | tests |\n|---|---|---|\n");
        foreach (var (item, claims) in shown)
        {
            var wordings = claims.Select(claim => claim.Wording).Distinct().Order(StringComparer.Ordinal);
            var tests = claims.Select(claim => claim.Test).Distinct().Order(StringComparer.Ordinal).Select(test => $"`{test}`");
            text.Append(CultureInfo.InvariantCulture, $"| {item} | {string.Join("; ", wordings)} | {string.Join(", ", tests)} |\n");
        }

        var missing = Enumerable.Range(1, Items).Except(shown.Keys).ToList();
        text.Append(missing.Count == 0 ? "\nNone is missing.\n" : $"\nNot shown yet: {string.Join(", ", missing)}.\n");
        return text.ToString();
    }

    private static SortedDictionary<int, List<(string Wording, string Test)>> Shown()
    {
        var shown = new SortedDictionary<int, List<(string, string)>>();
        foreach (var type in typeof(ConformanceDocumentTests).Assembly.GetTypes())
        {
            foreach (var claim in type.GetCustomAttributes<ConformanceAttribute>())
            {
                Add(claim, type.Name);
            }

            foreach (var method in type.GetMethods())
            {
                foreach (var claim in method.GetCustomAttributes<ConformanceAttribute>())
                {
                    Add(claim, $"{type.Name}.{method.Name}");
                }
            }
        }

        return shown;

        void Add(ConformanceAttribute claim, string test)
        {
            Assert.InRange(claim.Item, 1, Items);
            if (!shown.TryGetValue(claim.Item, out var claims))
            {
                shown.Add(claim.Item, claims = []);
            }

            claims.Add((claim.Wording, test));
        }
    }

    private static string Place([CallerFilePath] string here = "")
    {
        // The path of this file may be written without its beginning in a build that is the same everywhere: then the output folder leads home.
        for (var folder = new DirectoryInfo(File.Exists(here) ? Path.GetDirectoryName(here)! : AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var place = Path.Combine(folder.FullName, "docs", "drivers");
            if (Directory.Exists(place))
            {
                return Path.Combine(place, "osdp-conformance.md");
            }
        }

        throw new DirectoryNotFoundException("docs/drivers is not above this test.");
    }
}
