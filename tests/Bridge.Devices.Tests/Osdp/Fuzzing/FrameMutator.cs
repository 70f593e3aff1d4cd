using System.Buffers.Binary;
using Bridge.Devices.Osdp.Frames;

namespace Bridge.Devices.Tests.Osdp.Fuzzing;

/// <summary>
/// A true frame, changed in place in one to three ways. Half of the changed ones get their length and check made right again, or nothing would come past the
/// check.
/// </summary>
internal static class FrameMutator
{
    /// <summary>What <see cref="Make"/> needs at most.</summary>
    public const int Room = 4 * GoldenFrames.Longest;

    private const int OneTrueIn = 8;
    private static readonly ushort[] Lengths = [0, 1, 4, 5, 6, 7, 8, 9, 13, 14, 255, 256, 1439, 1440, 1441, 2880, 0x7FFF, 0x8000, 0xFFFF];

    /// <returns>How many bytes were made.</returns>
    public static int Make(ref FuzzRandom random, Span<byte> bytes, out bool isTrue)
    {
        var golden = GoldenFrames.All[random.Below(GoldenFrames.All.Length)];
        golden.CopyTo(bytes);
        var length = golden.Length;
        isTrue = random.OneIn(OneTrueIn);
        if (isTrue)
        {
            return length;
        }

        for (var changes = 1 + random.Below(3); changes > 0; changes--)
        {
            length = Change(ref random, bytes, length);
        }

        if (random.OneIn(2))
        {
            Repair(ref random, bytes[..length]);
        }

        return length;
    }

    private static int Change(ref FuzzRandom random, Span<byte> bytes, int length)
    {
        switch (random.Below(9))
        {
            case 0:
                bytes[random.Below(length)] ^= (byte)(1 << random.Below(8));
                return length;
            case 1:
                bytes[random.Below(length)] = random.Byte();
                return length;
            case 2:
                BinaryPrimitives.WriteUInt16LittleEndian(bytes[2..], random.OneIn(3) ? (ushort)(random.Next() >> 16) : Lengths[random.Below(Lengths.Length)]);
                return Math.Max(length, FrameLayout.HeaderLength);
            case 3:
                bytes[4] = (byte)random.Below(16);
                return Math.Max(length, FrameLayout.HeaderLength);
            case 4:
                // The security block's length and type, whether there is a block or not.
                (bytes[5], bytes[6]) = ((byte)random.Below(8), (byte)(0x10 + random.Below(10)));
                return Math.Max(length, 7);
            case 5:
                return 1 + random.Below(length);
            case 6:
                return Shift(ref random, bytes, length);
            case 7:
                return Append(ref random, bytes, length);
            default:
                bytes[random.Below(length)] = FrameLayout.StartByte;
                return length;
        }
    }

    /// <summary>Something stands before the frame; often what looks like the start of another one.</summary>
    private static int Shift(ref FuzzRandom random, Span<byte> bytes, int length)
    {
        var count = Math.Min(1 + random.Below(8), Room - length);
        bytes[..length].CopyTo(bytes[count..]);
        random.Fill(bytes[..count]);
        if (count > 0 && random.OneIn(2))
        {
            bytes[0] = FrameLayout.StartByte;
        }

        return length + count;
    }

    /// <summary>The beginning of another frame follows without a gap.</summary>
    private static int Append(ref FuzzRandom random, Span<byte> bytes, int length)
    {
        var other = GoldenFrames.All[random.Below(GoldenFrames.All.Length)];
        var count = Math.Min(1 + random.Below(other.Length), Room - length);
        other.AsSpan(0, count).CopyTo(bytes[length..]);
        return length + count;
    }

    private static void Repair(ref FuzzRandom random, Span<byte> frame)
    {
        if (frame.Length <= FrameLayout.HeaderLength)
        {
            return;
        }

        frame[0] = FrameLayout.StartByte;
        if (!random.OneIn(8))
        {
            BinaryPrimitives.WriteUInt16LittleEndian(frame[2..], (ushort)frame.Length);
        }

        frame[4] &= 0x0F;
        if ((frame[4] & FrameLayout.CrcBit) == 0)
        {
            frame[^1] = OsdpChecksum.Compute(frame[..^1]);
        }
        else if (frame.Length > FrameLayout.HeaderLength + OsdpCrc.Length)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(frame[^2..], OsdpCrc.Compute(frame[..^2]));
        }
    }
}
