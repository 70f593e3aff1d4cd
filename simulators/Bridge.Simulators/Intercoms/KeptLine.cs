namespace Bridge.Simulators.Intercoms;

/// <summary>A line that the host has not acknowledged.</summary>
internal sealed class KeptLine(uint sequence, string body)
{
    public uint Sequence => sequence;

    public string Body => body;

    /// <summary>How often it has been sent.</summary>
    public int Sent { get; set; }
}
