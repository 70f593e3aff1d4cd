using Bridge.Devices.Transport;

namespace Bridge.Devices.Modbus.Doctor;

/// <summary>A link as an installer says it: "9600 8N1", "192.168.1.7:502".</summary>
public static class LinkWords
{
    public static string Of(LinkDefinition link) => link switch
    {
        LinkDefinition.Serial serial => $"{serial.Baud} {serial.DataBits}{serial.Parity.ToString()[0]}{serial.StopBits}",
        LinkDefinition.Tcp tcp => $"{tcp.Host}:{tcp.Port}",
        _ => throw new ArgumentOutOfRangeException(nameof(link), link, "not a link"),
    };
}
