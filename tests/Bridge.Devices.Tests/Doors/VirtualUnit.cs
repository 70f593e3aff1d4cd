namespace Bridge.Devices.Tests.Doors;

/// <summary>One unit of a virtual line: it executes what it hears at once and answers after a delay.</summary>
/// <param name="answer">The reply body to a request body (function code and data, no unit, no CRC); empty for silence.</param>
internal sealed class VirtualUnit(Func<byte[], byte[]> answer)
{
    public TimeSpan Delay { get; set; } = TimeSpan.FromMilliseconds(3);

    /// <summary>Does not even execute.</summary>
    public bool IsDead { get; set; }

    /// <summary>Executes, and its answer is lost or changed: null is silence.</summary>
    public Func<byte[], byte[]?> Spoil { get; set; } = frame => frame;

    public List<byte[]> Heard { get; } = [];

    public void Hear(byte[] frame, VirtualLine line)
    {
        if (IsDead || !FrameCheck.IsRight(frame))
        {
            return;
        }

        Heard.Add(frame);
        var reply = answer(frame[1..^2]);
        if (reply.Length > 0 && Spoil(FrameCheck.Close([frame[0], .. reply])) is { } sent)
        {
            line.Arrive(Delay, sent);
        }
    }
}
