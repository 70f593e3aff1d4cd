namespace Bridge.Simulators.Links;

/// <summary>What a TCP connection carries.</summary>
public enum SlaveFraming
{
    ModbusTcp,

    /// <summary>RTU frames with their check, as a serial device server passes them on.</summary>
    RtuOverTcp,
}
