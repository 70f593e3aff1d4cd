using Bridge.Devices.Doctor;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Modbus.Doctor;

/// <summary>
/// Looks for units on a line that nobody else uses. It only reads: holding register 0 of each unit, where an exception is an answer too, and then what
/// the unit says of itself. Blocks; call it on a thread of its own.
/// </summary>
public sealed class ModbusScan(ModbusScanPlan plan, Func<LinkDefinition, TimeProvider, CancellationToken, LinkOpened> open, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly ModbusCounters _counters = new();

    /// <summary>Broken frames and answers that nobody had asked for: a speed or parity that is nearly right, or units that answer late.</summary>
    public long Noises => _counters.ChecksumErrors + _counters.UnexpectedReplies + (_counters.StrayBytes > 0 ? 1 : 0);

    public SweepEnd Run(Action<FoundUnit> found, Action<SweepProgress> progress, CancellationToken cancellationToken)
    {
        var pace = new SweepPace(plan.Total, plan.Estimate, progress, time);
        foreach (var link in plan.Links)
        {
            var end = DoctorLink.Use(open, link, time, opened => Scan(link, Master(link, opened), found, pace, cancellationToken), cancellationToken);
            if (end is not SweepEnd.Done)
            {
                return end;
            }
        }

        return new SweepEnd.Done();
    }

    private ModbusMaster Master(LinkDefinition link, IByteLink opened) => new(opened, plan.Framing(link), plan.Timing(link), time) { Counters = _counters };

    private SweepEnd Scan(LinkDefinition link, ModbusMaster master, Action<FoundUnit> found, SweepPace pace, CancellationToken cancellationToken)
    {
        Span<ushort> register = stackalloc ushort[1];
        foreach (var unit in plan.Units)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return new SweepEnd.Stopped();
            }

            pace.Step($"{LinkWords.Of(link)}, unit {unit}");
            var reply = master.ReadRegisters(unit, ModbusTable.HoldingRegisters, 0, register, new ModbusCallOptions(ResponseTimeout: plan.Wait, ReadRetries: 0));
            if (reply.Outcome == ModbusOutcome.LinkLost)
            {
                return new SweepEnd.LinkLost();
            }

            if (reply.IsOk || (reply.Outcome == ModbusOutcome.Exception && !Gateway.SaysNobodyIsThere(reply.ExceptionCode)))
            {
                var answer = reply.IsOk ? $"holding register 0 is {register[0]}" : $"exception {reply.ExceptionCode}";
                found(new FoundUnit(link, unit, answer, Identity(master, unit)));
            }
        }

        return new SweepEnd.Done();
    }

    private static string Identity(ModbusMaster master, byte unit)
    {
        var options = new ModbusCallOptions(ResponseTimeout: Patience, ReadRetries: 0);
        var objects = new List<ModbusIdentityObject>();
        var reply = master.ReadDeviceIdentification(unit, level: 1, objects, options);
        if (reply.IsOk && objects.Count > 0)
        {
            return Printable(string.Join(' ', objects.OrderBy(each => each.Id).Select(each => each.Text)));
        }

        // A unit that met the first question with silence would be waited for again; the second question is not worth that.
        Span<byte> said = stackalloc byte[251];
        var server = reply.Outcome == ModbusOutcome.TimedOut ? reply : master.ReportServerId(unit, said, options);
        return server.IsOk ? Printable(System.Text.Encoding.ASCII.GetString(said[..server.Count])) : "";
    }

    /// <summary>What comes from a wire does not write to a terminal as it likes.</summary>
    private static string Printable(string text) => new string([.. text.Where(each => each is >= ' ' and <= '~')]).Trim();
}
