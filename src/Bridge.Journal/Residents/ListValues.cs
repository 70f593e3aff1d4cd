using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bridge.Journal.Storage;

namespace Bridge.Journal.Residents;

/// <summary>Values as the lists' columns hold them.</summary>
internal static class ListValues
{
    private const string Day = "yyyy-MM-dd";
    private const string Hour = "HH:mm";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static object? Of(DateOnly? day) => day?.ToString(Day, CultureInfo.InvariantCulture);

    public static object? Of(TimeOnly? hour) => hour?.ToString(Hour, CultureInfo.InvariantCulture);

    public static object Of(bool value) => value ? 1L : 0L;

    public static object Of(IReadOnlyList<string> texts) => JsonSerializer.Serialize(texts, Plain);

    public static DateOnly? DayOrNull(this Statement row, int column) =>
        row.TextOrNull(column) is { } text ? DateOnly.ParseExact(text, Day, CultureInfo.InvariantCulture) : null;

    public static DateOnly DayAt(this Statement row, int column) => DateOnly.ParseExact(row.Text(column), Day, CultureInfo.InvariantCulture);

    public static TimeOnly? HourOrNull(this Statement row, int column) =>
        row.TextOrNull(column) is { } text ? TimeOnly.ParseExact(text, Hour, CultureInfo.InvariantCulture) : null;

    public static bool Flag(this Statement row, int column) => row.Long(column) != 0;

    public static IReadOnlyList<string> Texts(this Statement row, int column) => JsonSerializer.Deserialize<string[]>(row.Bytes(column)) ?? [];

    public static Statement BindAll(this Statement statement, IReadOnlyList<object?> values)
    {
        for (var index = 0; index < values.Count; index++)
        {
            _ = values[index] switch
            {
                null => statement.Bind(index + 1, (string?)null),
                string text => statement.Bind(index + 1, text),
                long number => statement.Bind(index + 1, number),
                var other => throw new InvalidOperationException($"No column holds {other.GetType().Name}."),
            };
        }

        return statement;
    }
}
