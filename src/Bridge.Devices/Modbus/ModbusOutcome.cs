namespace Bridge.Devices.Modbus;

/// <summary>How one transaction ended.</summary>
public enum ModbusOutcome
{
    /// <summary>A reply that passed every check.</summary>
    Ok,

    /// <summary>A well-formed exception reply; its code is in <see cref="ModbusReply.ExceptionCode"/>.</summary>
    Exception,

    /// <summary>No believable reply in time. The line is in quarantine until it is known to be in step again.</summary>
    TimedOut,

    /// <summary>Only broken frames came (CRC, length, half a frame). Same quarantine.</summary>
    Garbled,

    /// <summary>The link is gone.</summary>
    LinkLost,

    /// <summary>A cancellation or an interrupt came before anything was sent.</summary>
    NotSent,
}
