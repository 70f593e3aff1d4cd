using Bridge.Devices.Transport;

namespace Bridge.Devices.Tests.Transport;

/// <summary>What the benches on real descriptors have in common: real time and real threads.</summary>
internal abstract class LiveBench : LinkBench
{
    private readonly List<Thread> _threads = [];

    public override void SendAfter(TimeSpan delay, byte[] bytes) => After(delay, () => Send(bytes));

    public override void InterruptAfter(TimeSpan delay) => After(delay, Link.Interrupt);

    public override void DisposeAfter(TimeSpan delay) => After(delay, Link.Dispose);

    public override byte[] ReceiveAtPeer(int count)
    {
        var all = new List<byte>();
        var buffer = new byte[256];
        while (all.Count < count)
        {
            var got = PeerReceive(buffer);
            Assert.True(got > 0, "the link hung up");
            all.AddRange(buffer.AsSpan(0, got));
        }

        return [.. all];
    }

    public override void Echo() => Start(() =>
    {
        var buffer = new byte[256];
        int got;
        while ((got = PeerReceive(buffer)) > 0)
        {
            Send(buffer.AsSpan(0, got));
        }
    });

    protected abstract int PeerReceive(byte[] buffer);

    protected void Join() => _threads.ForEach(thread => Assert.True(thread.Join(TimeSpan.FromSeconds(5)), "a helper thread hangs"));

    private void After(TimeSpan delay, Action action) => Start(() =>
    {
        using var never = new ManualResetEventSlim();
        never.Wait(delay);
        action();
    });

    private void Start(Action action)
    {
        var thread = new Thread(() => action()) { IsBackground = true };
        _threads.Add(thread);
        thread.Start();
    }
}
