using System.Buffers.Binary;
using Bridge.Devices.Osdp.Frames;

namespace Bridge.Devices.Tests.Osdp.Fuzzing;

/// <summary>What somebody on the line who has no key can make of a reply.</summary>
internal sealed class ReplySpoiler
{
    private const int Kept = 16;
    private readonly byte[][] _old = [.. Enumerable.Range(0, Kept).Select(_ => new byte[FrameLayout.LongestFrame])];
    private readonly int[] _oldLengths = new int[Kept];
    private int _next;

    /// <returns>How many bytes are heard in place of the reply.</returns>
    public int Spoil(ref FuzzRandom random, in OsdpFrame command, ReadOnlySpan<byte> reply, Span<byte> heard)
    {
        Keep(reply);
        reply.CopyTo(heard);
        var header = new FrameHeader((byte)(command.Address | FrameLayout.ReplyBit), command.Sequence);
        switch (random.Below(9))
        {
            case 0:
                return 0;
            case 1:
                return Changed(ref random, heard[..reply.Length]);
            case 2:
                return Clear(ref random, header, heard);
            case 3:
                return FrameBuilder.Write(heard, header, 0x41, [(byte)random.Below(12)]);
            case 4:
                return FrameBuilder.Write(heard, header with { Sequence = 0 }, random.OneIn(2) ? (byte)0x79 : (byte)0x40, []);
            case 5:
                return Again(ref random, command.Sequence, heard);
            case 6:
                heard[1] ^= (byte)(1 << random.Below(8));
                return WithCheck(heard[..reply.Length]);
            case 7:
                command.Bytes.CopyTo(heard);
                reply.CopyTo(heard[command.Bytes.Length..]);
                return command.Bytes.Length + reply.Length;
            default:
                return FrameMutator.Make(ref random, heard, out _);
        }
    }

    private void Keep(ReadOnlySpan<byte> reply)
    {
        reply.CopyTo(_old[_next]);
        _oldLengths[_next] = reply.Length;
        _next = (_next + 1) % Kept;
    }

    /// <summary>Bits of the true reply turned, the check right again or not.</summary>
    private static int Changed(ref FuzzRandom random, Span<byte> reply)
    {
        for (var changes = 1 + random.Below(3); changes > 0; changes--)
        {
            reply[4 + random.Below(reply.Length - 4)] ^= (byte)(1 << random.Below(8));
        }

        return random.OneIn(4) ? reply.Length : WithCheck(reply);
    }

    /// <summary>A frame of his own, in clear or with a code that he draws.</summary>
    private static int Clear(ref FuzzRandom random, FrameHeader header, Span<byte> heard)
    {
        ReadOnlySpan<byte> codes = [0x40, 0x45, 0x48, 0x49, 0x50, 0x51, 0x53, 0x76, 0x78];
        ReadOnlySpan<byte> types = [0x12, 0x14, 0x15, 0x16, 0x17, 0x18];
        ReadOnlySpan<byte> block = random.OneIn(2) ? [] : [2, types[random.Below(types.Length)]];
        var frame = FrameBuilder.Begin(heard, header, block, codes[random.Below(codes.Length)], random.OneIn(3) ? 0 : 16 * random.Below(3));
        random.Fill(frame.Data);
        random.Fill(frame.Mac);
        return frame.Close();
    }

    /// <summary>A reply of before, with the number that is due if there is one.</summary>
    private int Again(ref FuzzRandom random, byte sequence, Span<byte> heard)
    {
        var which = random.Below(Kept);
        for (var tries = 0; tries < Kept && (_oldLengths[which] == 0 || (_old[which][4] & 3) != sequence); tries++)
        {
            which = (which + 1) % Kept;
        }

        _old[which].AsSpan(0, _oldLengths[which]).CopyTo(heard);
        return _oldLengths[which];
    }

    private static int WithCheck(Span<byte> frame)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(frame[^2..], OsdpCrc.Compute(frame[..^2]));
        return frame.Length;
    }
}
