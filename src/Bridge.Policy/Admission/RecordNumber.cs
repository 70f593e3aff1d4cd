using System.Globalization;

namespace Bridge.Policy.Admission;

/// <summary>The running number of a kept record: by form and month, without gaps.</summary>
/// <param name="Month">Year and month in the site's time, as 202603.</param>
/// <param name="Ordinal">From 1.</param>
public sealed record RecordNumber(RecordForm Form, int Month, int Ordinal)
{
    /// <summary>As it is printed: VL-202603-0147.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Form == RecordForm.VisitorLog ? "VL" : "DL")}-{Month:000000}-{Ordinal:0000}");
}
