using Bridge.Host.Configuration;
using Bridge.Host.Configuration.Reading;
using Bridge.Journal.Register;
using Bridge.Policy;

namespace Bridge.Host.Import;

/// <summary>Reads one row: every field by its own rules, every error with its column.</summary>
internal sealed class RowReader(SiteConfiguration site, ImportFindings findings)
{
    private const int LongestKey = 64;
    private const int LongestName = 200;
    private const int LongestUnit = 64;

    private static readonly string[] Kinds = ["resident", "staff", "contractor", "visitor", "post"];

    private readonly FieldReader fields = new(findings);
    private readonly string[] accessLevels = [.. site.Rules.AccessLevels.Keys.Select(level => level.Value)];

    public ResidentEntry Read(CsvRow row)
    {
        var holder = new ImportedHolder(
            fields.Required(row, ResidentColumns.Holder, LongestKey),
            fields.OneOf(row, ResidentColumns.Kind, Kinds, "resident"),
            row[ResidentColumns.Unit].Length > 0 ? fields.Required(row, ResidentColumns.Unit, LongestUnit) : null,
            fields.Required(row, ResidentColumns.Name, LongestName));
        var pattern = Pattern(row, holder.Key);
        var credentials = new List<EnteredCredential>();
        AddCard(row, pattern, credentials);
        AddPin(row, ResidentColumns.Pin, pattern, credentials);
        AddPin(row, ResidentColumns.DuressPin, pattern with { Duress = true }, credentials);
        CheckCombination(row);
        return new ResidentEntry(row.Line, holder, credentials);
    }

    /// <summary>What all credentials of the row share.</summary>
    private ImportedCredential Pattern(CsvRow row, string holder)
    {
        var from = Time(row, ResidentColumns.ValidFrom, endOfDay: false);
        var until = Time(row, ResidentColumns.ValidUntil, endOfDay: true);
        if (from >= until)
        {
            findings.Error(row.Line, ResidentColumns.ValidUntil, "expected a time after valid_from, found an earlier one");
        }

        return new ImportedCredential(
            holder, new CredentialSecret.Pin(""), false, from, until, Disabled(row), Extended(row), Levels(row));
    }

    private void AddCard(CsvRow row, ImportedCredential pattern, List<EnteredCredential> credentials)
    {
        if (row[ResidentColumns.Card] is not { Length: > 0 } text)
        {
            return;
        }

        var (card, problem) = CardText.Parse(text);
        if (problem is not null)
        {
            findings.Error(row.Line, ResidentColumns.Card, problem);
        }
        else
        {
            credentials.Add(new EnteredCredential(row.Line, ResidentColumns.Card, pattern with { Secret = card! }));
        }
    }

    private void AddPin(CsvRow row, string column, ImportedCredential pattern, List<EnteredCredential> credentials)
    {
        if (row[column] is not { Length: > 0 } digits)
        {
            return;
        }

        if (PinText.Problem(digits) is { } problem)
        {
            findings.Error(row.Line, column, problem);
        }
        else
        {
            credentials.Add(new EnteredCredential(row.Line, column, pattern with { Secret = new CredentialSecret.Pin(digits) }));
        }
    }

    private void CheckCombination(CsvRow row)
    {
        if (row[ResidentColumns.Card].Length == 0 && row[ResidentColumns.Pin].Length == 0)
        {
            findings.Error(row.Line, null, "expected a card or a pin, found neither");
        }

        if (row[ResidentColumns.DuressPin].Length > 0 && row[ResidentColumns.Pin].Length == 0)
        {
            findings.Error(row.Line, ResidentColumns.DuressPin, "expected a pin beside the duress_pin, found none");
        }
    }

    private DateTimeOffset? Time(CsvRow row, string column, bool endOfDay)
    {
        if (row[column] is not { Length: > 0 } text)
        {
            return null;
        }

        if (endOfDay && LocalTime.IsForEver(text))
        {
            return null;
        }

        var time = LocalTime.Parse(text, site.TimeZone, endOfDay);
        if (time is null)
        {
            // Not what was found: where columns are swapped it is a PIN.
            findings.Error(row.Line, column, $"expected {LocalTime.Expected}, found something else");
        }

        return time;
    }

    private DisabledReason Disabled(CsvRow row)
    {
        var reasons = Enum.GetValues<DisabledReason>().Where(reason => reason != DisabledReason.None)
            .ToDictionary(reason => char.ToLowerInvariant(reason.ToString()[0]) + reason.ToString()[1..]);
        var word = fields.OneOf(row, ResidentColumns.Disabled, [.. reasons.Keys], "");
        return word.Length == 0 ? DisabledReason.None : reasons[word];
    }

    private bool Extended(CsvRow row) => fields.OneOf(row, ResidentColumns.ExtendedTime, ["yes", "no"], "no") == "yes";

    private List<string> Levels(CsvRow row)
    {
        var levels = row[ResidentColumns.AccessLevels]
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToList();
        if (levels.Count == 0)
        {
            findings.Error(row.Line, ResidentColumns.AccessLevels, "expected one or more access levels, separated by semicolons, found none");
        }

        foreach (var unknown in levels.Where(level => !site.Rules.AccessLevels.ContainsKey(new AccessLevelId(level))))
        {
            findings.Error(row.Line, ResidentColumns.AccessLevels,
                $"the site file has no such access level, {NearestName.Advice(unknown, accessLevels)}");
        }

        return levels;
    }
}
