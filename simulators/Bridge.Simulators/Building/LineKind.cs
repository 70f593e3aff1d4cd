using System.Text.Json.Serialization;

namespace Bridge.Simulators.Building;

[JsonConverter(typeof(JsonStringEnumConverter<LineKind>))]
public enum LineKind
{
    ModbusTcp,

    /// <summary>RTU frames on a TCP connection.</summary>
    RtuOverTcp,

    /// <summary>RTU on a pseudo-terminal; RTU over TCP where the system has none.</summary>
    Pty,
}
