using Bridge.Devices.Osdp;

namespace Bridge.Host.Secrets;

/// <summary>What the key file says of one reader.</summary>
public abstract record OsdpKeyFound
{
    private OsdpKeyFound()
    {
    }

    public sealed record Found(OsdpSecurity Security) : OsdpKeyFound;

    /// <summary>The reader has not been enrolled.</summary>
    public sealed record Missing : OsdpKeyFound;

    /// <summary>The file or the reader's entry cannot be used. Shows nothing of a key.</summary>
    public sealed record Refused(string Reason) : OsdpKeyFound;
}
