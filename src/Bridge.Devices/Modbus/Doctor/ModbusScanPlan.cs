using Bridge.Devices.Transport;

namespace Bridge.Devices.Modbus.Doctor;

/// <summary>Where to look for units.</summary>
/// <param name="Links">A serial port once for each speed and parity, the likely ones first; or one network connection.</param>
/// <param name="IsTcp">Modbus TCP rather than serial frames through a network.</param>
/// <param name="Units">1 to 247 on a serial line, 0 to 255 on TCP.</param>
/// <param name="Wait">How long a unit may think.</param>
public sealed record ModbusScanPlan(IReadOnlyList<LinkDefinition> Links, bool IsTcp, IReadOnlyList<byte> Units, TimeSpan Wait)
{
    private const int QuestionLength = 8;

    public int Total => Links.Count * Units.Count;

    /// <summary>How long the whole takes when nobody answers.</summary>
    public TimeSpan Estimate => Links.Aggregate(TimeSpan.Zero, (sum, link) => sum + (Units.Count * (Wait + Timing(link).Silence + (Timing(link).CharacterTime * QuestionLength))));

    internal ModbusFraming Framing(LinkDefinition link) =>
        link is LinkDefinition.Serial ? ModbusFraming.Rtu : IsTcp ? ModbusFraming.Tcp : ModbusFraming.RtuOverTcp;

    /// <summary>A unit that is silent must not hold up the next: a late answer names its unit.</summary>
    internal ModbusTiming Timing(LinkDefinition link) => (link switch
    {
        LinkDefinition.Serial serial => ModbusTiming.ForSerial(serial),
        _ => IsTcp ? ModbusTiming.Tcp : ModbusTiming.RtuOverTcp,
    }) with { QuarantineScope = QuarantineScope.Unit, ReadRetries = 0 };
}
