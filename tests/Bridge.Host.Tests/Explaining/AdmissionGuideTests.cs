using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bridge.Console.Wording;
using Bridge.Host.Api.Lobby;
using Bridge.Host.Explaining;
using Bridge.Host.Tests.Configuration;
using Bridge.Policy.Admission;

namespace Bridge.Host.Tests.Explaining;

/// <summary>
/// The tables of docs/guides/admission.md are written from the policy, never by hand: UPDATE_DOCUMENTS=1 writes them, and without that they have to be
/// what the policy says.
/// </summary>
public sealed partial class AdmissionGuideTests
{
    private static readonly string Place = Path.Combine(RepositoryFiles.Root, "docs", "guides", "admission.md");
    private static readonly ExplainWords English = ExplainWords.For(DisplayLanguage.English);
    private static readonly ExplainWords Chinese = ExplainWords.For(DisplayLanguage.Chinese);

    [Fact]
    public void TheTablesSayWhatThePolicyDoes()
    {
        var guide = File.ReadAllText(Place).ReplaceLineEndings("\n");
        var written = Table().Replace(guide, match => $"<!-- {match.Groups[1].Value} -->\n{Written(match.Groups[1].Value)}<!-- end -->");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCUMENTS") == "1")
        {
            File.WriteAllText(Place, written);
        }

        Assert.Equal(written, File.ReadAllText(Place).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void EveryCategoryHasItsSection() => Assert.All(
        Enum.GetValues<Category>().Where(category => category != Category.Undecided),
        category =>
        {
            var guide = File.ReadAllText(Place);
            Assert.Contains($"<!-- matrix {category} -->", guide, StringComparison.Ordinal);
            Assert.Contains($"· {Chinese[$"category.{category}"]}\n", guide.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        });

    [Fact]
    public void EveryRequestOfTheLobbyStandsInTheGuide()
    {
        var guide = File.ReadAllText(Place);
        var sources = Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "src", "Bridge.Host", "Api", "Lobby"), "*Endpoints.cs").Select(File.ReadAllText);
        var routes = sources.SelectMany(source => Route().Matches(source)).Select(match => match.Groups[1].Value.Split('/')[^1]).ToList();
        Assert.True(routes.Count > 30, "no routes were found");
        Assert.All(routes, last => Assert.Matches($"[ /`]{Regex.Escape(last.Replace(":long", "", StringComparison.Ordinal))}`", guide));
    }

    private static string Written(string name) => name.Split(' ') switch
    {
        ["matrix", var category] => Matrix(Enum.Parse<Category>(category)),
        ["times"] => Times(),
        ["records"] => Records(),
        ["refusals"] => Refused(),
        _ => throw new InvalidOperationException($"The guide asks for a table that nobody knows: {name}"),
    };

    private static string Matrix(Category category)
    {
        var text = new StringBuilder("| Clause | What has to be there | Who gives it | Holds | Openings | Written |\n|---|---|---|---|---|---|\n");
        foreach (var row in EvidenceMatrix.Rows.Where(row => row.Category == category))
        {
            var needs = string.Join("; ", row.Needs.Select(kind => English[$"evidenceKind.{kind}"]));
            var onFile = row.WhenOnFile is { } kept ? $"; where the register can tell, {English[$"evidenceKind.{kept}"]}" : "";
            var household = row.SpecialHousehold switch { true => " (special household)", false => " (not a special household)", null => "" };
            var givers = row.Givers.Count == 0 ? "the household itself" : string.Join(", ", row.Givers.Select(role => English[$"role.{role}"]));
            var tracked = row.Tracked ? "; the patrol is sent" : "";
            text.Append(CultureInfo.InvariantCulture,
                $"| {row.Clause} | {needs}{onFile}{household} | {givers} | {Span(row.ValidFor(AdmissionTimes.Default))} | {row.Uses?.ToString(CultureInfo.InvariantCulture) ?? "until all booked are in"} | {When(row)}{tracked} |\n");
        }

        return text.ToString();
    }

    private static string Times()
    {
        var text = new StringBuilder("| Limit | Default |\n|---|---|\n");
        foreach (var limit in typeof(AdmissionTimes).GetProperties().Where(property => !property.GetMethod!.IsStatic).OrderBy(property => property.MetadataToken))
        {
            var value = limit.GetValue(AdmissionTimes.Default);
            text.Append(CultureInfo.InvariantCulture, $"| `{JsonNamingPolicy.CamelCase.ConvertName(limit.Name)}` | {(value is TimeSpan span ? Span(span) : value)} |\n");
        }

        return text.ToString();
    }

    private static string Records()
    {
        var text = new StringBuilder("| Category | Let in | Not let in |\n|---|---|---|\n");
        foreach (var category in Enum.GetValues<Category>().Where(category => category != Category.Undecided))
        {
            var opened = string.Join("; ", EvidenceMatrix.Rows.Where(row => row.Category == category).Select(When).Distinct());
            var refused = AdmissionQueries.RecordWhenRefused(category) is { } form ? Form(form) : "journal only";
            text.Append(CultureInfo.InvariantCulture, $"| {English[$"category.{category}"]} | {opened} | {refused} |\n");
        }

        return text.ToString();
    }

    private static string Refused()
    {
        var text = new StringBuilder("| Code | Meaning | 含义 | Number |\n|---|---|---|---|\n");
        foreach (var refusal in Enum.GetValues<Refusal>())
        {
            text.Append(CultureInfo.InvariantCulture,
                $"| `{Refusals.Code(refusal)}` | {English[$"refusal.{refusal}"]} | {Chinese[$"refusal.{refusal}"]} | {ProcedureClause.RuleOf(refusal) ?? "–"} |\n");
        }

        return text.ToString();
    }

    private static string When(EvidenceRow row) => row.Timing switch
    {
        RecordTiming.None => "journal only",
        RecordTiming.AtOpening => $"{Form(row.Form!.Value)}, with the opening",
        RecordTiming.BeforeRelease => $"{Form(row.Form!.Value)}, before the release",
    };

    private static string Form(RecordForm form) => form == RecordForm.VisitorLog ? "visitor log" : "duty log";

    private static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: <= 120 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes} min"),
    };

    [GeneratedRegex("<!-- ((?:matrix|times|records|refusals)[^>]*?) -->\n.*?<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex("Map(?:Post|Get)\\(\"/?([^\"]+)\"")]
    private static partial Regex Route();
}
