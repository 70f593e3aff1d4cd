using Bridge.Devices.Osdp.Frames;
using Bridge.Devices.Osdp.Messages;
using Bridge.Devices.Osdp.Messages.Replies;

namespace Bridge.Devices.Tests.Osdp.Fuzzing;

/// <summary>The product's receiver. Every frame that it finds is taken apart, and its data are given to every reader of replies there is.</summary>
internal sealed class ProductReceiver : IFuzzedReceiver
{
    private readonly FrameReceiver _receiver = new(new FrameFigures());
    private long _read;

    public void Take(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_receiver.Room);
        _receiver.Take(bytes.Length);
    }

    public bool TryNext(bool lineIsSilent, out ReadOnlySpan<byte> frame)
    {
        if (!_receiver.TryNext(out var found, lineIsSilent))
        {
            frame = default;
            return _receiver.Room.Length < FrameLayout.LongestFrame ? throw new FuzzFinding($"room for {_receiver.Room.Length} bytes") : false;
        }

        frame = found.Bytes;
        var parts = FrameLayout.HeaderLength + found.SecurityBlock.Length + 1 + found.Data.Length + found.Mac.Length + FrameLayout.CheckLength(found.UsesCrc);
        if (parts != frame.Length || found.Covered.Length + found.Mac.Length + FrameLayout.CheckLength(found.UsesCrc) != frame.Length)
        {
            throw new FuzzFinding($"the parts of a frame of {frame.Length} bytes are {parts} long");
        }

        ReadAll(found.Data);
        return true;
    }

    public void Abandon()
    {
        // It cannot be talked to while it runs.
    }

    private void ReadAll(ReadOnlySpan<byte> data)
    {
        _read += RawReply.Read(data, out var raw) == ReplyRefusal.None ? raw.Bits.Length : 0;
        _read += KeypadReply.Read(data, out var keys) == ReplyRefusal.None ? keys.Keys.Length : 0;
        _read += FmtReply.Read(data, out var characters) == ReplyRefusal.None ? characters.Characters.Length : 0;
        _read += PdCapReply.Read(data, out var capabilities) == ReplyRefusal.None ? capabilities.Find(CapabilityFunction.Led)?.Compliance ?? 0 : 0;
        _read += PdIdReply.Read(data, longerAccepted: true, out var identity) == ReplyRefusal.None ? identity.Model : 0;
        _read += ComReply.Read(data, out _) == ReplyRefusal.None ? 1 : 0;
        _read += MfgRepReply.Read(data, out var manufacturer) == ReplyRefusal.None ? manufacturer.Data.Length : 0;
        _read += NakReply.Read(data, out _) == ReplyRefusal.None ? 1 : 0;
        _read += LstatReply.Read(data, out _) == ReplyRefusal.None ? 1 : 0;
        _read += IstatReply.Read(data, out _) == ReplyRefusal.None ? 1 : 0;
        _read += OstatReply.Read(data, out _) == ReplyRefusal.None ? 1 : 0;
        _read += RstatReply.Read(data, out _) == ReplyRefusal.None ? 1 : 0;
    }
}
