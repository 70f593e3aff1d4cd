using Bridge.Simulators.Disturbances;
using Bridge.Simulators.Wire;

namespace Bridge.Simulators.Links;

/// <summary>
/// One connection to a line: bytes in, bytes out, with the weather between. Sockets and terminals use it, and a test may use it without either.
/// </summary>
public sealed class SlaveSession(SlaveLine line, IWire wire, ISlaveSink sink) : ISlaveSession
{
    private readonly byte[] _reply = new byte[300];

    public void Receive(ReadOnlySpan<byte> bytes)
    {
        wire.Append(bytes);
        while (wire.TryTake(out var request))
        {
            Serve(request);
        }
    }

    public void End() => line.Detach(sink);

    private void Serve(Request request)
    {
        var length = line.Answer(request.Unit, request.Body.Span, _reply, out var fate);
        if (fate.Cut)
        {
            sink.Cut(fate.CutFor);
            return;
        }

        if (length == 0 || fate.Drop)
        {
            return;
        }

        var body = _reply.AsSpan(0, length);
        if (ReferenceEquals(fate, ReplyFate.Fine))
        {
            sink.Send(wire.Frame(request.Transaction, request.Unit, body));
            return;
        }

        foreach (var part in Spoiler.Parts(fate, wire, request, body))
        {
            Deliver(part);
        }
    }

    private void Deliver(DelayedPart part)
    {
        if (part.After == TimeSpan.Zero)
        {
            sink.Send(part.Bytes);
            return;
        }

        Postponed.Send(line.Surroundings.WireTime, sink, part);
    }
}
