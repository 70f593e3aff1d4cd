namespace Bridge.Devices.Transport;

/// <summary>
/// An open byte stream to a line, used by one thread only (but for <see cref="Interrupt"/>). Synchronous on purpose: a line owns a thread, and a
/// blocking read there costs a tenth of an asynchronous one.
/// </summary>
public interface IByteLink : IDisposable
{
    /// <summary>Waits up to <paramref name="timeout"/> for at least one byte and takes what is there.</summary>
    LinkRead Read(Span<byte> buffer, TimeSpan timeout);

    /// <summary>Sends all bytes, or says that the link is lost.</summary>
    LinkWrite Write(ReadOnlySpan<byte> bytes);

    /// <summary>Makes the running or the next <see cref="Read"/> return <see cref="LinkReadKind.Interrupted"/>. From any thread.</summary>
    void Interrupt();
}
