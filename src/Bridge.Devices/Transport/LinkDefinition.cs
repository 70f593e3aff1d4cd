namespace Bridge.Devices.Transport;

/// <summary>How to reach a line.</summary>
public abstract record LinkDefinition
{
    private LinkDefinition()
    {
    }

    /// <param name="Port">A device path (best below /dev/serial/by-id) or COM name.</param>
    /// <param name="Rs485">Ask the kernel driver to switch the direction (TIOCSRS485); an error where the driver cannot.</param>
    /// <param name="LocalEcho">The adapter hears its own transmissions: strip and compare them.</param>
    public sealed record Serial(string Port, int Baud, SerialParity Parity, int DataBits, int StopBits, bool Rs485, bool LocalEcho, bool Dtr, bool Rts)
        : LinkDefinition;

    public sealed record Tcp(string Host, int Port, TimeSpan ConnectTimeout) : LinkDefinition;
}
