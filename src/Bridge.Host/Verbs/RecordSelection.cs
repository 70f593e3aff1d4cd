using System.CommandLine;
using System.Globalization;
using Bridge.Host.Translation;
using Bridge.Journal.Records;

namespace Bridge.Host.Verbs;

/// <summary>The options that choose records, the same for show and export.</summary>
internal sealed record RecordSelection(
    Option<string> Form, Option<string> From, Option<string> Until, Option<string> Category, Option<string> Lobby, Option<string> Case)
{
    private const string Day = "yyyy-MM-dd";

    public static RecordSelection Create()
    {
        var selection = new RecordSelection(
            new Option<string>("--form") { Description = "VL, the visitor log, or DL, the duty log." },
            DayOption("--from", "The first day, such as 2026-03-01."),
            DayOption("--until", "The last day."),
            new Option<string>("--category") { Description = "Only this category, as it is now." },
            new Option<string>("--lobby") { Description = "Only this lobby." },
            new Option<string>("--case") { Description = "Only this case at the door." });
        selection.Form.AcceptOnlyFromAmong("VL", "DL");
        return selection;
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[Form, From, Until, Category, Lobby, Case])
        {
            command.Options.Add(option);
        }
    }

    public RecordQuery Query(ParseResult parsed, TimeZoneInfo zone) => new(
        parsed.GetValue(Form) switch
        {
            "VL" => RecordForm.VisitorLog,
            "DL" => RecordForm.DutyLog,
            _ => null,
        },
        Midnight(parsed.GetValue(From), zone, 0),
        Midnight(parsed.GetValue(Until), zone, 1),
        parsed.GetValue(Category),
        parsed.GetValue(Lobby),
        parsed.GetValue(Case));

    private static Option<string> DayOption(string name, string description)
    {
        var option = new Option<string>(name) { Description = description };
        option.Validators.Add(result =>
        {
            if (Date(result.GetValueOrDefault<string>()) is null)
            {
                result.AddError($"{name}: expected a day such as 2026-03-01.");
            }
        });
        return option;
    }

    private static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is > 1900 and < 9999 ? date : null;

    private static DateTimeOffset? Midnight(string? text, TimeZoneInfo zone, int daysLater) =>
        Date(text) is { } date ? SiteDay.Begin(date.AddDays(daysLater), zone) : null;
}
