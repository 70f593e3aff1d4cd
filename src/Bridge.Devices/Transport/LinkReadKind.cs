namespace Bridge.Devices.Transport;

public enum LinkReadKind
{
    Bytes,
    TimedOut,
    Interrupted,

    /// <summary>End of stream, error or unplugged. A zero-byte read of a serial port counts as this, not as idle.</summary>
    Lost,
}
