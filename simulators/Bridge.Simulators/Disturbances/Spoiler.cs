using Bridge.Simulators.Wire;

namespace Bridge.Simulators.Disturbances;

/// <summary>Does to a reply what its fate says.</summary>
public static class Spoiler
{
    public static IReadOnlyList<DelayedPart> Parts(ReplyFate fate, IWire wire, Request request, ReadOnlySpan<byte> body)
    {
        var transaction = unchecked((ushort)(request.Transaction + (fate.WrongTransaction ? 1 : 0)));
        var unit = unchecked((byte)(request.Unit + (fate.WrongUnit ? 1 : 0)));
        var frame = wire.Frame(transaction, unit, body);
        if (fate.Corrupt)
        {
            FlipBit(frame, wire.Corruptible(frame.Length), fate.Position);
        }

        if (fate.Truncate)
        {
            frame = frame[..(1 + (int)(fate.Position * (frame.Length - 1)))];
        }

        byte[] bytes =
        [
            .. fate.GarbageBefore ? fate.Garbage.Span : [],
            .. frame,
            .. fate.GarbageAfter ? fate.Garbage.Span : [],
            .. fate.Duplicate ? frame : [],
        ];
        if (fate.SplitGap == TimeSpan.Zero || bytes.Length < 2)
        {
            return [new DelayedPart(fate.Delay, bytes)];
        }

        var cut = 1 + (int)(fate.Position * (bytes.Length - 1));
        return [new DelayedPart(fate.Delay, bytes[..cut]), new DelayedPart(fate.Delay + fate.SplitGap, bytes[cut..])];
    }

    private static void FlipBit(byte[] frame, Range corruptible, double position)
    {
        var (offset, length) = corruptible.GetOffsetAndLength(frame.Length);
        var bit = (int)(position * 8 * length);
        frame[offset + (bit / 8)] ^= (byte)(1 << (bit % 8));
    }
}
