using Bridge.Devices.Transport;
using Microsoft.Extensions.Time.Testing;

namespace Bridge.Devices.Tests.Transport;

internal sealed class FakeBench : LinkBench
{
    private readonly FakeTimeProvider _time = new();
    private readonly FakeLink _link;

    public FakeBench() => _link = new FakeLink(_time);

    public override IByteLink Link => _link;

    public override TimeProvider Time => _time;

    public override void Send(ReadOnlySpan<byte> bytes) => _link.Arrive(TimeSpan.Zero, bytes.ToArray());

    public override void SendAfter(TimeSpan delay, byte[] bytes) => _link.Arrive(delay, bytes);

    public override byte[] ReceiveAtPeer(int count) => [.. _link.Written.SelectMany(bytes => bytes).Take(count)];

    public override void Echo() => _link.OnWrite = bytes => _link.Arrive(TimeSpan.FromMilliseconds(1), bytes);

    public override void HangUp() => _link.Lose();

    public override void InterruptAfter(TimeSpan delay) => _link.Plan(delay, _link.Interrupt);

    public override void DisposeAfter(TimeSpan delay) => _link.Plan(delay, _link.Dispose);

    public override void Dispose() => _link.Dispose();
}
