using Bridge.Devices.Osdp.Frames;

namespace Bridge.Devices.Osdp.Doctor;

/// <summary>What the bytes are that were heard after one command. Found in the bytes alone, so that it can be tested without a line.</summary>
internal sealed record ReplyReading
{
    /// <summary>The first sound reply of the address that was asked, from its start byte to its check; null when there is none.</summary>
    public byte[]? Reply { get; private init; }

    /// <summary>Our own command came back.</summary>
    public bool HasEcho { get; private init; }

    /// <summary>Bytes other than the mark, before the first sound frame, that belong to no frame.</summary>
    public int NoiseBefore { get; private init; }

    public int NoiseBehind { get; private init; }

    /// <summary>Frames with a wrong check.</summary>
    public int CheckErrors { get; private init; }

    /// <summary>Frames that began and did not end, or whose header is none.</summary>
    public int CutOff { get; private init; }

    /// <summary>Sound replies of the address that was asked, after the first.</summary>
    public int SecondReplies { get; private init; }

    /// <summary>Other addresses that sound replies came from.</summary>
    public IReadOnlyList<byte> Strangers { get; private init; } = [];

    /// <summary>Some bytes begin like a reply of the address that was asked, sound or not.</summary>
    public bool HasOwnHeader { get; private init; }

    /// <param name="heard">Everything from the sending on, until the line was silent.</param>
    /// <param name="command">The command as it was sent, without its mark.</param>
    public static ReplyReading Of(ReadOnlySpan<byte> heard, ReadOnlySpan<byte> command)
    {
        var echo = heard.IndexOf(command);
        byte[] rest = echo < 0 ? [.. heard] : [.. heard[..echo], .. heard[(echo + command.Length)..]];
        var figures = new FrameFigures();
        var receiver = Receiver(rest, figures);
        var asked = command[1];
        byte[]? reply = null;
        var (second, before) = (0, 0L);
        var strangers = new List<byte>();
        while (receiver.TryNext(out var frame, lineIsSilent: true))
        {
            before = figures.Frames == 1 && Faults(figures) == 0 ? figures.StrayBytes : before;
            if (!frame.IsReply || (frame.Address != asked && asked != FrameLayout.BroadcastAddress))
            {
                if (frame.IsReply)
                {
                    strangers.Add(frame.Address);
                }

                continue;
            }

            second += reply is null ? 0 : 1;
            reply ??= frame.Bytes.ToArray();
        }

        return new ReplyReading
        {
            Reply = reply,
            HasEcho = echo >= 0,
            NoiseBefore = (int)before,
            NoiseBehind = figures.Frames > 0 && Faults(figures) == 0 ? (int)(figures.StrayBytes - before) : 0,
            CheckErrors = (int)figures.CheckErrors,
            CutOff = (int)(figures.BrokenOff + figures.BadHeaders),
            SecondReplies = second,
            Strangers = strangers,
            HasOwnHeader = rest.AsSpan().IndexOf([FrameLayout.StartByte, (byte)(asked | FrameLayout.ReplyBit)]) >= 0,
        };
    }

    private static FrameReceiver Receiver(ReadOnlySpan<byte> bytes, FrameFigures figures)
    {
        var receiver = new FrameReceiver(figures);
        var count = Math.Min(bytes.Length, receiver.Room.Length);
        bytes[..count].CopyTo(receiver.Room);
        receiver.Take(count);
        return receiver;
    }

    private static long Faults(FrameFigures figures) => figures.CheckErrors + figures.BrokenOff + figures.BadHeaders;
}
