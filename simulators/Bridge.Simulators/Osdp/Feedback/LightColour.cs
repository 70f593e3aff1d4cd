using System.Text.Json.Serialization;

namespace Bridge.Simulators.Osdp.Feedback;

/// <summary>Colours by their numbers on the wire.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LightColour>))]
public enum LightColour
{
    Off,
    Red,
    Green,
    Amber,
    Blue,
    Magenta,
    Cyan,
    White,
}
