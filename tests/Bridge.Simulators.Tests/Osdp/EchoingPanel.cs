using System.Diagnostics;
using Bridge.Simulators.Links;

namespace Bridge.Simulators.Tests.Osdp;

/// <summary>A control panel without any delay of its own: it sends its next command where the last byte of a reply comes in.</summary>
internal sealed class EchoingPanel(byte[][] commands, int replyLength, int exchanges) : ISlaveSink
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(int Count, long At)> _lumps = [];
    private ISlaveSession? _session;
    private int _received;
    private int _sent;

    /// <summary>How many bytes had come at each moment, over all replies.</summary>
    public IReadOnlyList<(int Count, long At)> Lumps => _lumps;

    /// <summary>When each reply was complete.</summary>
    public List<long> Completed { get; } = [];

    /// <summary>When each command was handed over.</summary>
    public List<long> Sent { get; } = [];

    public Task RunAsync(ISlaveSession session, CancellationToken cancellation)
    {
        _session = session;
        SendNext();
        return _done.Task.WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System, cancellation);
    }

    public void Send(ReadOnlySpan<byte> bytes)
    {
        var now = Stopwatch.GetTimestamp();
        _received += bytes.Length;
        _lumps.Add((_received, now));
        if (_received % replyLength != 0)
        {
            return;
        }

        Completed.Add(now);
        if (Completed.Count == exchanges)
        {
            _done.SetResult();
        }
        else
        {
            SendNext();
        }
    }

    public void Cut(TimeSpan time)
    {
    }

    private void SendNext()
    {
        Sent.Add(Stopwatch.GetTimestamp());
        _session!.Receive(commands[_sent == 0 ? 0 : 1 + ((_sent - 1) % 3)]);
        _sent++;
    }
}
