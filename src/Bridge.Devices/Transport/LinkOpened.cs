namespace Bridge.Devices.Transport;

/// <summary>The result of one attempt to open a link.</summary>
public abstract record LinkOpened
{
    private LinkOpened()
    {
    }

    public sealed record Open(IByteLink Link) : LinkOpened;

    /// <param name="Reason">One sentence an installer can act on, for example "no such device: /dev/ttyUSB7".</param>
    public sealed record Failed(string Reason) : LinkOpened
    {
        /// <summary>The port is there, and somebody else has it open.</summary>
        public bool IsInUse { get; init; }
    }
}
