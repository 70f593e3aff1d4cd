using Bridge.Devices;
using Bridge.Devices.Osdp;

namespace Bridge.Host.ReadModel;

/// <summary>What the counters of a reader come to in a second, from two looks at them. Whoever looks more often is told the same again.</summary>
internal sealed class ReaderRates(TimeProvider time)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly Dictionary<DeviceId, (PeripheralSnapshot Look, long At, double? Polls, TimeSpan? Mean)> last = [];

    /// <summary>Polls a second, and the mean time of a reply; null before the second look, and without a reply.</summary>
    public (double? Polls, TimeSpan? Mean) Of(PeripheralSnapshot now)
    {
        lock (gate)
        {
            if (!last.TryGetValue(now.Device, out var known) || now.Exchanges < known.Look.Exchanges)
            {
                known = (now, time.GetTimestamp(), null, null);
            }
            else if (time.GetElapsedTime(known.At) is var passed && passed >= Between)
            {
                var replies = now.Replies - known.Look.Replies;
                known = (now, time.GetTimestamp(), (now.Polls - known.Look.Polls) / passed.TotalSeconds, replies > 0 ? (now.ReplyTime - known.Look.ReplyTime) / replies : null);
            }

            last[now.Device] = known;
            return (known.Polls, known.Mean);
        }
    }
}
