namespace Bridge.Simulators.Links;

/// <summary>What a connection carries.</summary>
public enum SlaveFraming
{
    ModbusTcp,

    /// <summary>Serial frames with their check, as a serial device server passes them on: it cuts the stream where it likes.</summary>
    RtuOverTcp,

    /// <summary>A serial line: frames come in one piece, and a pause ends them.</summary>
    Serial,
}
