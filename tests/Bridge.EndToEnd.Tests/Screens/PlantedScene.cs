using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bridge.Console.Tests.Hosting;
using Bridge.EndToEnd.Tests.Lobby;
using Bridge.EndToEnd.Tests.Running;

namespace Bridge.EndToEnd.Tests.Screens;

/// <summary>
/// The running product after somebody has written the whole corpus of harmful texts wherever it takes a text: names in the site file, the register's lists,
/// accounts and clients, announcements, visitors in every state of their case, questions, reasons of an amendment.
/// </summary>
public sealed class PlantedScene : LobbyScene
{
    /// <summary>A household of the control room's whose unit is called so.</summary>
    private const string Unit = "<img src=x onerror=pwn()>";

    // As long as a text may be, with a formula's beginning before it.
    private const int Longest = 1990;

    // What a spreadsheet takes for a formula, with all that it skips before one.
    private static readonly string[] Beginnings = ["=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "\u00a0=", "\u3000=", "\ufeff=", "\u200b=", "\u202e=", "＝", "＋", "－", "＠", "'=", "\"=", "\";="];

    private static readonly CancellationToken Stop = CancellationToken.None;

    /// <summary>The corpus in as few texts as it fits into.</summary>
    public static IReadOnlyList<string> Texts { get; } = [.. Joined()];

    /// <summary>What was refused where it was given, and so cannot be shown anywhere.</summary>
    public int Refused { get; private set; }

    public override async ValueTask InitializeAsync()
    {
        await StartAsync();
        await PlantListsAsync();
        await PlantAccountsAsync();
        await PlantRecordsAsync();
        await PlantTaskAsync();
    }

    /// <summary>What stands for a few minutes only: cases, questions, announcements.</summary>
    public async Task PlantCasesAsync()
    {
        foreach (var text in Texts)
        {
            await DoAsync("gate", "announcements", new JsonObject { ["lobby"] = "a", ["unit"] = "A-0602", ["visitor"] = text, ["headCount"] = 2, ["confirmed"] = true }, Stop);
            await PartyAsync(text);
            var visit = await OpenCaseAsync("visitor", Stop);
            await DoAsync("la", $"cases/{visit}/visit", new JsonObject { ["visitor"] = text, ["host"] = "钱文", ["unit"] = "A-1801", ["headCount"] = 1, ["organisation"] = text, ["purpose"] = text }, Stop);
        }
    }

    private protected override string Site(string site)
    {
        var text = JsonSerializer.Serialize(string.Concat(HarmfulText.Acts.Where(act => !act.Any(char.IsControl))));
        return site
            .Replace("\"name\": { \"zh\": \"A座大堂\", \"en\": \"Lobby A\" }", $"\"name\": {{ \"zh\": {text}, \"en\": {text} }}", StringComparison.Ordinal)
            .Replace("\"lobby-main\": {\n      \"lock\"", $"\"lobby-main\": {{\n      \"name\": {{ \"zh\": {text}, \"en\": {text} }},\n      \"lock\"", StringComparison.Ordinal);
    }

    private async Task PlantListsAsync()
    {
        var rows = HarmfulText.Corpus.Where(text => !text.Any(char.IsControl)).Select((text, number) => (Cell: $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", Number: number)).ToList();
        Refused = HarmfulText.Corpus.Count - rows.Count;
        var lists = LobbyPeople.Lists(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(TimeProvider.System.GetUtcNow(), "Asia/Shanghai")).ToDictionary(list => list.List, list => list.Csv);
        await ImportAsync("households", lists["households"] + $"\"{Unit}\",a,controlRoom,\"{Unit}\",no\n");
        await ImportAsync("members", lists["members"] + $"m-x,\"{Unit}\",钱书,,qian shu,owner,yes,no,,5567,2021-03-01,,\n"
            + string.Concat(rows.Select(row => $"m-{row.Number},A-0903,{row.Cell},{row.Cell},{row.Cell},owner,yes,no,{row.Cell},,2019-05-01,,\n")));
        await ImportAsync("leaders", lists["leaders"] + string.Concat(rows.Select(row => $"planted-{row.Number},{row.Cell},{row.Cell},{row.Cell},2020-01-01,\n")));
        await ImportAsync("badges", lists["badges"] + string.Concat(rows.Select(row => $"planted-{row.Number},{row.Cell},{row.Cell},active,\n")));
        await ImportAsync("passes", lists["passes"] + string.Concat(rows.Select(row => $"planted-{row.Number},milk,{row.Cell},{row.Cell},a,,,2020-01-01,2040-01-01,,,valid,office-1\n")));
        await ImportAsync("tours", lists["tours"] + string.Concat(rows.Take(60).Select(row => $"planted-{row.Number},{row.Cell},{row.Cell},{row.Cell},a,12,2026-01-01 08:00,2040-01-01 09:00,no\n")));
    }

    private async Task ImportAsync(string list, string csv)
    {
        var file = Path.Combine(Path.GetDirectoryName(Installation.SiteFile)!, $"planted-{list}.csv");
        await File.WriteAllTextAsync(file, csv, Stop);
        var imported = await Installation.RunVerbAsync(["import", list, file], Stop);
        Assert.True(imported.ExitCode == 0, $"{list}: {imported}");
    }

    private async Task PlantAccountsAsync()
    {
        foreach (var (text, number) in Texts.Select((text, number) => (text, number)))
        {
            await DoAsync("admin", "accounts", new JsonObject { ["name"] = $"planted-{number}", ["displayName"] = text, ["posts"] = new JsonArray(new JsonObject { ["role"] = "patrol" }) }, Stop);
        }

        foreach (var act in HarmfulText.Acts.Where(act => act.Length <= 64))
        {
            await DoAsync("admin", "clients", new JsonObject { ["name"] = act, ["scopes"] = new JsonArray("doors.read"), ["days"] = 1 }, Stop);
        }
    }

    /// <summary>Admitted, so that they stand in the book; the last one amended with as much.</summary>
    private async Task PlantRecordsAsync()
    {
        foreach (var (number, text) in Texts.Index())
        {
            var id = await PartyAsync(text, Beginnings[number % Beginnings.Length] + text);
            var request = (await GetAsync("off", "requests", Stop)).AsArray().Single(one => one!["case"]!.GetValue<long>() == id)!["id"]!.GetValue<long>();
            await DoAsync("off", $"requests/{request}/answer", new JsonObject { ["answer"] = "yes", ["headCount"] = 1 }, Stop);
            await OpensOnceAsync(id, Stop);
            LastRecord = Assert.Single(await RecordsAsync("visitor-log", id, Stop))["number"]!.GetValue<string>();
        }

        foreach (var text in Texts)
        {
            await DoAsync("la", $"records/{LastRecord}/amend", new JsonObject { ["reason"] = text, ["name"] = text, ["organisation"] = "=" + text, ["hostName"] = text, ["purpose"] = text, ["goods"] = text, ["text"] = text }, Stop);
        }
    }

    /// <summary>The number of the record that was amended with the whole corpus.</summary>
    public string LastRecord { get; private set; } = "";

    /// <summary>Two wrong names at a household that the control room cannot reach: the patrol is called, and the team lead told.</summary>
    private async Task PlantTaskAsync()
    {
        var id = await OpenCaseAsync("selfDeclaredResident", Stop);
        await DoAsync("la", $"cases/{id}/household", new JsonObject { ["unit"] = Unit }, Stop);
        var request = (await GetAsync("ccr", "requests", Stop)).AsArray().Single(one => one!["case"]!.GetValue<long>() == id)!["id"]!.GetValue<long>();
        await DoAsync("ccr", $"requests/{request}/answer", new JsonObject { ["answer"] = "nobodyAnswers" }, Stop);
        foreach (var name in Texts.Take(2))
        {
            await AskAsync("la", $"cases/{id}/name", new JsonObject { ["name"] = name }, Stop);
        }
    }

    private async Task<long> PartyAsync(string text, string? organisation = null)
    {
        var id = await OpenCaseAsync("governmentOfficer", Stop);
        await DoAsync("la", $"cases/{id}/party", new JsonObject { ["name"] = text, ["organisation"] = organisation ?? text, ["purpose"] = text, ["headCount"] = 1 }, Stop);
        return id;
    }

    private static IEnumerable<string> Joined()
    {
        var text = new StringBuilder();
        foreach (var one in HarmfulText.Corpus)
        {
            if (text.Length + one.Length > Longest)
            {
                yield return text.ToString();
                text.Clear();
            }

            text.Append(CultureInfo.InvariantCulture, $"{one}");
        }

        yield return text.ToString();
    }
}
