using System.Text.Json;
using System.Text.Json.Serialization;
using Bridge.Devices;
using Bridge.Host.Translation;

namespace Bridge.Host.ReadModel;

/// <summary>The figures of all lines at one moment.</summary>
/// <param name="TakenAt">On a clock that only runs forward, from an origin without meaning: the difference of two is the time between them.</param>
public sealed record SiteFigures(TimeSpan TakenAt, IReadOnlyList<LineFigures> Lines)
{
    /// <summary>How the figures are written for other programs: names as text, times in milliseconds.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
            new TextIdentifierConverter<LineId>(text => new LineId(text), id => id.Value),
            new TextIdentifierConverter<DeviceId>(text => new DeviceId(text), id => id.Value),
            new MillisecondsConverter(),
        },
    };
}
