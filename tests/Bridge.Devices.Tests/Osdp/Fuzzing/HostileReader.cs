using Bridge.Devices.Doors;
using Bridge.Devices.Osdp.Frames;
using Bridge.Devices.Tests.Modbus;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Tests.Osdp.Fuzzing;

/// <summary>
/// A link with one true reader at its end and somebody between who spoils a part of what it says, on virtual time. The reader takes part in handshakes and
/// sessions with the right key; who spoils it has none, or, if he is asked to, has it too.
/// </summary>
internal sealed class HostileReader(byte[] key) : IByteLink, IIdleWait
{
    private readonly byte[] _heard = new byte[2 * FrameLayout.LongestFrame];
    private readonly ReplySpoiler _spoiler = new();
    private readonly TrueReader _reader = new(key);
    private FuzzRandom _random;
    private int _due;

    public SteppedTime Time { get; } = new();

    /// <summary>Replies given, spoiled or not.</summary>
    public long Replies { get; private set; }

    /// <summary>Those of them given while the reader had a session.</summary>
    public long InSession { get; private set; }

    /// <summary>Cards and keys that the true reader has told in a session, each counted once.</summary>
    public long Told => _reader.Told;

    /// <summary>Times that the true reader moved an output.</summary>
    public long Pulses => _reader.Pulses;

    /// <summary>One reply in so many is spoiled; 0 for none.</summary>
    public int OneSpoiledIn { get; set; }

    /// <summary>The reader itself says anything at all, sealed as it should be.</summary>
    public bool ReaderTalksNonsense { get; set; }

    public void Begin(ulong seed)
    {
        _random = new FuzzRandom(seed);
        _reader.Begin(seed);
        _due = 0;
    }

    /// <summary>The next poll is answered with a card.</summary>
    public void ShowCard() => _reader.ShowCard();

    public LinkRead Read(Span<byte> buffer, TimeSpan timeout)
    {
        if (_due == 0)
        {
            Time.Step(timeout > TimeSpan.Zero ? timeout : TimeSpan.FromMilliseconds(1));
            return LinkRead.TimedOut;
        }

        Time.Step(TimeSpan.FromMilliseconds(3));
        var count = Math.Min(_random.OneIn(8) ? 1 + _random.Below(_due) : _due, buffer.Length);
        _heard.AsSpan(0, count).CopyTo(buffer);
        _heard.AsSpan(count, _due - count).CopyTo(_heard);
        _due -= count;
        return LinkRead.Bytes(count);
    }

    public LinkWrite Write(ReadOnlySpan<byte> bytes)
    {
        if (OsdpFrame.Read(bytes[1..], out var command) != FrameFault.None)
        {
            throw new FuzzFinding($"the line sent something that is no frame: {Hex.Text(bytes)}");
        }

        var reply = _reader.Answer(command, ReaderTalksNonsense && OneSpoiledIn > 0);
        Replies++;
        InSession += _reader.IsInSession ? 1 : 0;
        _due = OneSpoiledIn > 0 && _random.OneIn(OneSpoiledIn)
            ? _spoiler.Spoil(ref _random, command, reply, _heard)
            : Copy(reply);
        return LinkWrite.Sent;
    }

    public void Wait(TimeSpan atMost) => Time.Step(atMost > TimeSpan.Zero ? atMost : TimeSpan.FromMilliseconds(1));

    public void Wake()
    {
        // Nobody sleeps here.
    }

    public void Interrupt()
    {
        // Nobody waits here.
    }

    public void Dispose() => _reader.Dispose();

    private int Copy(ReadOnlySpan<byte> reply)
    {
        reply.CopyTo(_heard);
        return reply.Length;
    }
}
