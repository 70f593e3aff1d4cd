using Bridge.Devices.Osdp.Frames;
using Bridge.Devices.Osdp.Messages;
using Bridge.Devices.Osdp.Security;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>The secure channel to one reader, from the handshake to its end. With one key; another one is another handshake, and the transition table orders it.</summary>
internal sealed class PeripheralChannel(RandomFill fill) : IDisposable
{
    private Handshake? _handshake;
    private SecureSession? _session;

    public bool IsUp => _session is not null;

    /// <summary>The session, or the handshake for it, is made with the key that everybody knows: whatever is said in it may come from anybody.</summary>
    public bool HasDefaultKey { get; private set; }

    /// <summary>Of the handshake that is under way.</summary>
    public ReadOnlySpan<byte> ClientId => _handshake is null ? [] : _handshake.ClientId;

    /// <summary>With fresh random bytes: a repeat sends the frame that was written before.</summary>
    /// <param name="key">Stays the caller's.</param>
    public int WriteChallenge(Span<byte> destination, FrameHeader header, ReaderKey key, KeySelector selector)
    {
        Close();
        HasDefaultKey = selector == KeySelector.Default;
        _handshake = Handshake.Begin(key, selector, fill);
        return _handshake.WriteChallenge(destination, header);
    }

    public int WriteServerCryptogram(Span<byte> destination, FrameHeader header) => Attempt.WriteServerCryptogram(destination, header);

    public HandshakeFailure ReadClientCryptogram(in OsdpFrame reply) => Attempt.ReadClientCryptogram(reply);

    public HandshakeFailure ReadInitialMac(in OsdpFrame reply)
    {
        var failure = Attempt.ReadInitialMac(reply, default, out _session);
        _handshake?.Dispose();
        _handshake = null;
        return failure;
    }

    public int Seal(Span<byte> destination, FrameHeader header, OsdpCommandCode code, ReadOnlySpan<byte> data) =>
        Session.Seal(destination, header, code, data);

    public OpenOutcome Open(in OsdpFrame reply, Span<byte> data, out int length) => Session.Open(reply, data, out length);

    /// <summary>Wipes the session's keys. The base key stays: it is the line's.</summary>
    public void Close()
    {
        _handshake?.Dispose();
        _session?.Dispose();
        _handshake = null;
        _session = null;
    }

    public void Dispose() => Close();

    private Handshake Attempt => _handshake ?? throw new InvalidOperationException("No handshake is under way.");

    private SecureSession Session => _session ?? throw new InvalidOperationException("No session is up.");
}
