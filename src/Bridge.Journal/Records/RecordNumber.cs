using System.Globalization;
using System.Text.RegularExpressions;

namespace Bridge.Journal.Records;

/// <summary>A running number per form and month, such as <c>VL-202603-0147</c>.</summary>
/// <param name="Month">Year and month as one number: 202603.</param>
/// <param name="Running">From 1, without a gap.</param>
public readonly partial record struct RecordNumber(RecordForm Form, int Month, int Running)
{
    public RecordNumber Next => this with { Running = Running + 1 };

    /// <summary>The first of a form in the month of a day.</summary>
    public static RecordNumber First(RecordForm form, DateOnly day) => new(form, (day.Year * 100) + day.Month, 1);

    public static RecordNumber? TryParse(string text)
    {
        var match = Pattern().Match(text);
        return match.Success
            ? new RecordNumber(
                match.Groups["form"].Value == "VL" ? RecordForm.VisitorLog : RecordForm.DutyLog, Number(match.Groups["month"]), Number(match.Groups["running"]))
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix(Form)}-{Month:d6}-{Running:d4}");

    private static string Prefix(RecordForm form) => form switch
    {
        RecordForm.VisitorLog => "VL",
        RecordForm.DutyLog => "DL",
    };

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A(?<form>VL|DL)-(?<month>[0-9]{4}(0[1-9]|1[0-2]))-(?<running>[0-9]{4,7})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
