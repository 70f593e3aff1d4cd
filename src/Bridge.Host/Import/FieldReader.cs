using System.Globalization;
using Bridge.Host.Configuration.Reading;

namespace Bridge.Host.Import;

/// <summary>Reads single fields of any list. An error names the column and what was expected; what was found may be personal, or a PIN in the wrong column.</summary>
internal sealed class FieldReader(ImportFindings findings)
{
    private const string Day = "yyyy-MM-dd";
    private const string Hour = "HH:mm";

    public string Required(CsvRow row, string column, int longest)
    {
        var value = row[column];
        if (value.Length == 0 || value.Length > longest || value.Any(char.IsControl))
        {
            findings.Error(row.Line, column, $"expected 1 to {longest} characters in one line, found {(value.Length == 0 ? "none" : "something else")}");
        }

        return value;
    }

    public string? Optional(CsvRow row, string column, int longest) => row[column].Length == 0 ? null : Required(row, column, longest);

    public string OneOf(CsvRow row, string column, string[] words, string otherwise)
    {
        var value = row[column];
        if (value.Length == 0)
        {
            return otherwise;
        }

        if (words.FirstOrDefault(word => string.Equals(word, value, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return known;
        }

        findings.Error(row.Line, column, $"expected {Section.Words(words)}, found something else");
        return otherwise;
    }

    /// <summary>A member of an enumeration by its name with a small first letter.</summary>
    public T Named<T>(CsvRow row, string column, T otherwise)
        where T : struct, Enum
    {
        string[] words = [.. Enum.GetNames<T>().Select(name => char.ToLowerInvariant(name[0]) + name[1..])];
        var word = OneOf(row, column, words, "");
        return word.Length == 0 ? otherwise : Enum.Parse<T>(word, ignoreCase: true);
    }

    public bool YesOrNo(CsvRow row, string column) => OneOf(row, column, ["yes", "no"], "no") == "yes";

    public int Whole(CsvRow row, string column, int least, int most)
    {
        if (int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        findings.Error(row.Line, column, $"expected a number from {least} to {most}, found {(row[column].Length == 0 ? "none" : "something else")}");
        return least;
    }

    public DateOnly? Date(CsvRow row, string column)
    {
        if (row[column].Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(row[column], Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year > 1900)
        {
            return date;
        }

        findings.Error(row.Line, column, "expected a date such as 2027-03-31, found something else");
        return null;
    }

    public DateOnly RequiredDate(CsvRow row, string column)
    {
        if (row[column].Length == 0)
        {
            findings.Error(row.Line, column, "expected a date such as 2027-03-31, found none");
        }

        return Date(row, column) ?? DateOnly.MinValue;
    }

    /// <summary>Two dates of which the second must not lie before the first.</summary>
    public void InOrder(CsvRow row, DateOnly? first, string column, DateOnly? second)
    {
        if (second < first)
        {
            findings.Error(row.Line, column, "expected a date that is not before the other, found an earlier one");
        }
    }

    /// <summary>Hours of the day, such as 05:30-07:30.</summary>
    public (TimeOnly From, TimeOnly Until)? Hours(CsvRow row, string column)
    {
        if (row[column].Length == 0)
        {
            return null;
        }

        if (row[column].Split('-') is [var from, var until] && Time(from) is { } begins && Time(until) is { } ends && begins != ends)
        {
            return (begins, ends);
        }

        findings.Error(row.Line, column, "expected hours such as 05:30-07:30, found something else");
        return null;
    }

    public DateTimeOffset Moment(CsvRow row, string column, TimeZoneInfo zone)
    {
        var moment = LocalTime.Parse(row[column], zone, endOfDay: false);
        if (moment is null)
        {
            findings.Error(row.Line, column, $"expected {LocalTime.Expected}, found {(row[column].Length == 0 ? "none" : "something else")}");
        }

        return moment ?? DateTimeOffset.MinValue;
    }

    /// <summary>Several texts with semicolons between.</summary>
    public IReadOnlyList<string> Texts(CsvRow row, string column, int longest)
    {
        string[] texts = [.. row[column].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
        if (texts.Any(text => text.Length > longest || text.Any(char.IsControl)))
        {
            findings.Error(row.Line, column, $"expected at most {longest} characters between the semicolons, found more");
        }

        return texts;
    }

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text.Trim(), Hour, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
