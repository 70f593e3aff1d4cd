using System.Collections.Immutable;
using Bridge.Console.Supervision;
using Bridge.Devices;
using Bridge.Devices.Doors;
using Bridge.Devices.Osdp;
using Bridge.Host.ReadModel;
using Bridge.Host.Runtime;

namespace Bridge.Host.Seats.Supervision;

/// <summary>Draws what the lines count. Two looks make a rate: who looks more often is told the same again.</summary>
internal sealed class HealthPicture(BridgeLinks links, TimeProvider time)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(4);

    private readonly Lock gate = new();
    private readonly Dictionary<DeviceId, DeviceLook> looks = [];

    public ImmutableArray<LineRow> Lines() => [.. links.Lines.Select(Draw)];

    private LineRow Draw(LineSupervisor supervisor)
    {
        var (line, statistics) = (supervisor.Line, supervisor.Line.Statistics);
        IEnumerable<DeviceCounts> devices = line switch
        {
            OsdpLine osdp => osdp.Peripherals.Select(DeviceCounts.Of),
            ModbusDoorLine modbus => modbus.Units.Select(DeviceCounts.Of),
            _ => [],
        };
        return new LineRow(line.Line.Value, !supervisor.Down, [.. devices.Select(device => Draw(device, !supervisor.Down))])
        {
            Transactions = statistics.Transactions,
            Timeouts = statistics.Timeouts,
            CheckErrors = statistics.ChecksumErrors,
            StrayBytes = statistics.StrayBytes,
            Reconnects = statistics.Reconnects,
        };
    }

    private DeviceRow Draw(DeviceCounts now, bool lineIsUp)
    {
        var look = Look(now);
        var lately = look.Lately ?? now;
        return new DeviceRow(now.Device.Value, now.Address, lately.Diagnose(lineIsUp), now.Replies == 0 ? null : time.GetElapsedTime(look.AnsweredAt))
        {
            IsAtLeast = !look.SawAnswer,
            Asked = now.Asked,
            MeanReply = lately.Replies > 0 ? lately.ReplyTime / lately.Replies : null,
            LongestReply = now.LongestReply,
            Timeouts = now.Timeouts,
            CheckErrors = now.CheckErrors,
            Refusals = now.Refusals,
            Strangers = now.Strangers,
        };
    }

    private DeviceLook Look(DeviceCounts now)
    {
        lock (gate)
        {
            var at = time.GetTimestamp();
            if (!looks.TryGetValue(now.Device, out var known) || now.Asked < known.Last.Asked)
            {
                known = new DeviceLook(now, at, now, at, SawAnswer: false, Lately: null);
            }

            if (now.Replies > known.Last.Replies)
            {
                known = known with { AnsweredAt = at, SawAnswer = true };
            }

            known = time.GetElapsedTime(known.FirstAt) >= Between ? known with { First = now, FirstAt = at, Lately = now.Since(known.First) } : known;
            return looks[now.Device] = known with { Last = now };
        }
    }
}
