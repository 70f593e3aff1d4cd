using Bridge.Devices.Doors;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>What outlives a session of the line: what was said of a reader, its unstored reads, its figures, and the time until it may try again.</summary>
internal sealed class PeripheralMemory
{
    public PeripheralMemory(PeripheralPlan plan, uint firstNumber)
    {
        Said = new UnitMemory(plan.Device);
        Keys = plan.Keys();
        ExpectedIdentity = plan.Security.Identity;
        ExpectedClientId = plan.Security.ClientId;
        Credentials = new CredentialQueue(plan.Id(PeripheralPlan.Reader), Said, firstNumber);
    }

    public UnitMemory Said { get; }

    public CredentialQueue Credentials { get; }

    public PeripheralFigures Figures { get; } = new();

    /// <summary>An enrolment outlives a line that breaks in the middle of it.</summary>
    public KeyRing Keys { get; }

    /// <summary>What the host was last told is wrong with it, and does not know to be over; null when it is well.</summary>
    public DeviceRemark? Trouble { get; set; }

    /// <summary>At the end of the latest session.</summary>
    public PeripheralState Last { get; set; }

    /// <summary>What the reader was enrolled with; empty when that is not known.</summary>
    public ReadOnlyMemory<byte> ExpectedIdentity { get; set; }

    public ReadOnlyMemory<byte> ExpectedClientId { get; set; }

    /// <summary>The latest identity that was accepted; empty before.</summary>
    public byte[] SeenIdentity { get; set; } = [];

    /// <summary>A person has sent it to another address or speed, and it has not been heard since.</summary>
    public PeripheralMove? Move { get; set; }

    public byte[] SeenClientId { get; set; } = [];
}
