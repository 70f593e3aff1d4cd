using Bridge.Simulators.Disturbances;
using Bridge.Simulators.Osdp.Wire;

namespace Bridge.Simulators.Osdp.Faults;

/// <summary>Does to a finished reply what it has drawn. The reader itself remembers the reply as it should have been, so a repetition comes out right.</summary>
internal static class ReplySpoiler
{
    private const int MacLength = 4;
    private const byte SequenceBits = 3;

    public static IReadOnlyList<DelayedPart> Parts(byte[] reply, CommandFrame command, ReplyFortune fortune, ReaderFaults faults)
    {
        if (fortune.Drop)
        {
            return [];
        }

        var packet = Altered(reply, fortune);
        byte[] bytes =
        [
            .. fortune.Echo ? command.Bytes : [],
            .. fortune.NoiseBefore ? Unmarked(fortune.Noise) : [],
            .. Enumerable.Repeat((byte)0xFF, faults.Marks),
            .. packet,
            .. fortune.ExtraBytes ? fortune.Noise : [],
            .. fortune.Duplicate ? packet : [],
        ];
        var delay = fortune.Delay ? faults.DelayBy : TimeSpan.Zero;
        if (!fortune.Split)
        {
            return [new DelayedPart(delay, bytes)];
        }

        var cut = 1 + (int)(fortune.Position * (bytes.Length - 1));
        return [new DelayedPart(delay, bytes[..cut]), new DelayedPart(delay + faults.SplitGap, bytes[cut..])];
    }

    private static byte[] Altered(byte[] reply, ReplyFortune fortune)
    {
        var packet = reply.ToArray();
        if (fortune.WrongAddress)
        {
            packet[1] = (byte)(0x80 | ((packet[1] + 1) & 0x7F));
        }

        if (fortune.WrongSequence || fortune.ZeroSequence)
        {
            var sequence = fortune.ZeroSequence ? 0 : (packet[4] & SequenceBits) % 3 + 1;
            packet[4] = (byte)((packet[4] & ~SequenceBits) | sequence);
        }

        if (fortune.CorruptMac && HasMac(packet))
        {
            packet[^(OsdpCheck.Length(packet[4]) + 1)] ^= 1;
        }

        OsdpCheck.Write(packet);
        packet[^1] ^= (byte)(fortune.CorruptCheck ? 1 : 0);
        return fortune.Truncate ? packet[..(1 + (int)(fortune.Position * (packet.Length - 1)))] : packet;
    }

    private static IEnumerable<byte> Unmarked(byte[] noise) => noise.Take(4).Select(each => (byte)(each & 0x7F)).Select(each => each == CommandFrame.StartOfMessage ? (byte)0 : each);

    private static bool HasMac(byte[] packet) => (packet[4] & 8) != 0 && packet[6] is >= 0x15 and <= 0x18 && packet.Length > 7 + MacLength;
}
