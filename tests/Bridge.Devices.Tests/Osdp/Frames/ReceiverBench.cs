using Bridge.Devices.Osdp.Frames;

namespace Bridge.Devices.Tests.Osdp.Frames;

/// <summary>A receiver and the frames it found, as text.</summary>
internal sealed class ReceiverBench
{
    public ReceiverBench() => Receiver = new FrameReceiver(Figures);

    public FrameFigures Figures { get; } = new();

    public FrameReceiver Receiver { get; }

    public List<string> Found { get; } = [];

    /// <summary>Gives the bytes in lumps of a size and takes the frames after each.</summary>
    public ReceiverBench Hear(ReadOnlySpan<byte> bytes, int lump = int.MaxValue)
    {
        while (!bytes.IsEmpty)
        {
            var room = Receiver.Room;
            var part = bytes[..Math.Min(bytes.Length, Math.Min(lump, room.Length))];
            part.CopyTo(room);
            Receiver.Take(part.Length);
            bytes = bytes[part.Length..];
            Collect(lineIsSilent: false);
        }

        return this;
    }

    public ReceiverBench FallSilent()
    {
        Collect(lineIsSilent: true);
        return this;
    }

    private void Collect(bool lineIsSilent)
    {
        while (Receiver.TryNext(out var frame, lineIsSilent))
        {
            Found.Add(Hex.Text(frame.Bytes));
        }
    }
}
