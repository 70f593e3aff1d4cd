using Bridge.Devices.Doors;
using Bridge.Devices.Osdp.Frames;
using Bridge.Devices.Osdp.Security;
using Bridge.Devices.Tests.Modbus;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>
/// A link with one reader at its end that says yes to everything and allocates nothing once its session is up. Made of the product's own parts: what is
/// measured is what the line allocates, not whether the bytes are right.
/// </summary>
internal sealed class CannedReader(byte[] key) : IByteLink, IIdleWait
{
    private readonly byte[] _reply = new byte[FrameLayout.LongestFrame];
    private readonly byte[] _commandMac = new byte[16];
    private readonly byte[] _replyMac = new byte[16];
    private readonly byte[] _panelRandom = new byte[8];
    private SessionKeys? _keys;
    private int _due;

    public SteppedTime Time { get; } = new();

    public LinkRead Read(Span<byte> buffer, TimeSpan timeout)
    {
        if (_due == 0)
        {
            Time.Step(timeout);
            return LinkRead.TimedOut;
        }

        Time.Step(TimeSpan.FromMilliseconds(3));
        _reply.AsSpan(0, _due).CopyTo(buffer);
        var read = LinkRead.Bytes(_due);
        _due = 0;
        return read;
    }

    public LinkWrite Write(ReadOnlySpan<byte> bytes)
    {
        if (OsdpFrame.Read(bytes[1..], out var command) != FrameFault.None)
        {
            throw new InvalidOperationException("The line sent something that is no frame.");
        }

        var header = new FrameHeader((byte)(command.Address | FrameLayout.ReplyBit), command.Sequence);
        _due = command.Code switch
        {
            0x76 => Challenged(command, header),
            0x77 => Proved(command, header),
            0x61 => FrameBuilder.Write(_reply, header, 0x45, [0xCA, 0xFE, 1, 1, 2, 4, 3, 2, 1, 1, 16, 3]),
            0x62 when !command.HasSecurityBlock => FrameBuilder.Write(_reply, header, 0x46, [8, 1, 0]),
            _ when command.HasSecurityBlock => Sealed(command, header),
            _ => FrameBuilder.Write(_reply, header, 0x40, []),
        };
        return LinkWrite.Sent;
    }

    public void Wait(TimeSpan atMost) => Time.Step(atMost);

    public void Wake()
    {
        // Nobody sleeps here.
    }

    public void Interrupt()
    {
        // Nobody waits here.
    }

    public void Dispose() => _keys?.Dispose();

    private int Challenged(in OsdpFrame command, FrameHeader header)
    {
        command.Data.CopyTo(_panelRandom);
        _keys = SessionKeys.Derive(key, _panelRandom);
        Span<byte> data = stackalloc byte[32];
        Cryptogram.Client(_keys, _panelRandom, data.Slice(8, 8), data[16..]);
        return FrameBuilder.Write(_reply, header, [3, 0x12, 1], 0x76, data);
    }

    private int Proved(in OsdpFrame command, FrameHeader header)
    {
        Cryptogram.InitialMac(_keys!, command.Data, _replyMac);
        return FrameBuilder.Write(_reply, header, [3, 0x14, 1], 0x78, _replyMac);
    }

    private int Sealed(in OsdpFrame command, FrameHeader header)
    {
        MessageMac.Compute(_keys!, _replyMac, command.Covered, _commandMac);
        var frame = FrameBuilder.Begin(_reply, header, [2, 0x16], 0x40, 0);
        MessageMac.Compute(_keys!, _commandMac, frame.Covered, _replyMac);
        _replyMac.AsSpan(0, 4).CopyTo(frame.Mac);
        return frame.Close();
    }
}
