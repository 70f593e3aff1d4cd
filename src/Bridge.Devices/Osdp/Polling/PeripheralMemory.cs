using Bridge.Devices.Doors;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>What outlives a session of the line: what was said of a reader, its unstored reads, its figures, and the time until it may try again.</summary>
internal sealed class PeripheralMemory
{
    public PeripheralMemory(PeripheralPlan plan, uint firstNumber)
    {
        Said = new UnitMemory(plan.Device);
        Credentials = new CredentialQueue(plan.Id(PeripheralPlan.Reader), Said, firstNumber);
    }

    public UnitMemory Said { get; }

    public CredentialQueue Credentials { get; }

    public PeripheralFigures Figures { get; } = new();

    /// <summary>At the end of the latest session.</summary>
    public PeripheralState Last { get; set; }

    /// <summary>The identity seen first, where the site has none to expect; empty before.</summary>
    public byte[] SeenIdentity { get; set; } = [];

    /// <summary>A person has sent it to another address or speed, and it has not been heard since.</summary>
    public PeripheralMove? Move { get; set; }

    public byte[] SeenClientId { get; set; } = [];
}
