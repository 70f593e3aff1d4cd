using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Wire;

namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>Stands between a reader and the line: now and then a sealed reply is replaced by a forged one, or by one of an earlier exchange.</summary>
internal sealed class ReplyForger(OsdpReader reader, bool isReplay, Random random)
{
    private const int Kept = 64;
    private const byte Raw = 0x50;
    private readonly List<byte[]> _old = [];

    public long Spoilt { get; private set; }

    /// <summary>Replies with a card that were let through as they are.</summary>
    public long TrueCards { get; private set; }

    /// <summary>What the line hears; null for silence.</summary>
    public byte[]? Answer(CommandFrame command)
    {
        if (random.Next(8) == 0 && reader.WaitingReports == 0)
        {
            reader.PresentCard("10111011000000110010000110");
        }

        if (reader.Answer(command).Parts is not [var part])
        {
            return null;
        }

        var reply = part.Bytes;
        if (!IsSealed(reply))
        {
            return reply;
        }

        var other = isReplay ? Replay(reply) : Forge(reply);
        Keep(reply);
        if (other is not null && random.Next(10) == 0)
        {
            Spoilt++;
            return other;
        }

        TrueCards += reply[7] == Raw ? 1 : 0;
        return reply;
    }

    private static bool IsSealed(byte[] frame) => (frame[4] & 8) != 0 && frame[6] is 0x16 or 0x18;

    /// <summary>One bit between the code and the end of the authentication code, and the check made right again.</summary>
    private byte[] Forge(byte[] reply)
    {
        var forged = reply.ToArray();
        forged[random.Next(7, forged.Length - 2)] ^= (byte)(1 << random.Next(8));
        return PlainFrame.WithCrc(forged);
    }

    /// <summary>An earlier reply under the number of this one, of this session or one before.</summary>
    private byte[]? Replay(byte[] reply)
    {
        var fitting = _old.FindAll(each => (each[4] & 3) == (reply[4] & 3) && !each.SequenceEqual(reply));
        return fitting.Count == 0 ? null : fitting[random.Next(fitting.Count)];
    }

    private void Keep(byte[] reply)
    {
        if (_old.Count == Kept)
        {
            _old.RemoveAt(0);
        }

        _old.Add(reply);
    }
}
