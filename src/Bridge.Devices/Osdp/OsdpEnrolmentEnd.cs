namespace Bridge.Devices.Osdp;

/// <summary>What became of an enrolment.</summary>
public abstract record OsdpEnrolmentEnd
{
    private OsdpEnrolmentEnd()
    {
    }

    /// <summary>A handshake with the new key succeeded: the reader has it, and the old one is worth nothing any more.</summary>
    /// <param name="ClientId">What the reader said of itself in the handshake (cUID), 8 bytes.</param>
    /// <param name="Identity">The first 9 bytes of its PDID.</param>
    public sealed record Proved(ReadOnlyMemory<byte> ClientId, ReadOnlyMemory<byte> Identity) : OsdpEnrolmentEnd;

    /// <summary>The new key was sent, and the reader has proved that it still has the one before.</summary>
    public sealed record NotTaken(string Reason) : OsdpEnrolmentEnd;

    /// <summary>It came to nothing.</summary>
    /// <param name="KeySent">The new key has been on the wire: the reader may have it, and it must not be thrown away.</param>
    public sealed record Over(string Reason, bool KeySent) : OsdpEnrolmentEnd;
}
