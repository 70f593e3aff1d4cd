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

    /// <summary>OSDP on a TCP connection.</summary>
    OsdpTcp,

    /// <summary>OSDP on a pseudo-terminal; on TCP where the system has none.</summary>
    OsdpPty,

    /// <summary>A serial intercom on a TCP connection.</summary>
    IntercomTcp,

    /// <summary>A serial intercom on a pseudo-terminal; on TCP where the system has none.</summary>
    IntercomPty,
}
