namespace Bridge.Devices.Modbus;

/// <summary>How requests and replies are wrapped on the link.</summary>
public enum ModbusFraming
{
    /// <summary>MBAP header with a transaction id, on TCP.</summary>
    Tcp,

    /// <summary>Unit, PDU and CRC on a serial line.</summary>
    Rtu,

    /// <summary>The serial frames inside a TCP stream: transparent serial servers. No transaction id.</summary>
    RtuOverTcp,
}
