using Bridge.Devices.Osdp.Frames;
using Bridge.Devices.Osdp.Messages;
using Bridge.Devices.Osdp.Security;

namespace Bridge.Devices.Tests.Osdp.Security;

/// <summary>Both ends of a session that has just begun.</summary>
internal sealed class SessionBench : IDisposable
{
    private readonly byte[] _wire = new byte[FrameLayout.LongestFrame];
    private readonly byte[] _data = new byte[FrameLayout.LongestFrame];
    private byte _sequence;

    public SessionBench(SessionRules rules = default, MacComparison? comparison = null) => Session = comparison is null
        ? SessionVectors.Session(rules)
        : new SecureSession(SessionVectors.Keys(), Hex.Bytes(SessionVectors.InitialMac), rules) { Comparison = comparison };

    public SecureSession Session { get; }

    public ReaderEnd Reader { get; } = new();

    /// <summary>Of the command that was sealed last: 1, 2, 3, 1, ...</summary>
    public byte Sequence => _sequence;

    /// <summary>Seals a poll and gives it to the reader.</summary>
    public byte[] Poll() => Send(OsdpCommandCode.Poll, []);

    public byte[] Send(OsdpCommandCode code, byte[] data)
    {
        _sequence = (byte)((_sequence % 3) + 1);
        var command = _wire[..Session.Seal(_wire, new FrameHeader(5, _sequence), code, data)];
        Reader.Take(command);
        return command;
    }

    public OpenOutcome Open(byte[] reply) => Open(reply, out _);

    public OpenOutcome Open(byte[] reply, out string data)
    {
        var outcome = Session.Open(PlainFrame.Read(reply), _data, out var length);
        data = Hex.Text(_data.AsSpan(0, length));
        return outcome;
    }

    public void Dispose()
    {
        Session.Dispose();
        Reader.Dispose();
    }
}
