using Bridge.Devices.Doctor;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Modbus.Doctor;

/// <summary>Measures how long a unit takes to answer, on a line that nobody else uses. Blocks.</summary>
public sealed class ModbusTimeout(ModbusScanPlan plan, Func<LinkDefinition, TimeProvider, CancellationToken, LinkOpened> open, TimeProvider time)
{
    /// <summary>Unit, function, byte count, one register, check; an exception is two bytes less.</summary>
    private const int AnswerLength = 7;

    private const int QuestionLength = 8;

    private static readonly TimeSpan UsualStep = TimeSpan.FromMilliseconds(40);

    /// <param name="table">Holding or input registers.</param>
    /// <param name="asks">How many reads.</param>
    public (SweepEnd End, TimeoutFigures? Figures) Run(
        ModbusTable table, ushort register, int asks, Action<SweepProgress> progress, CancellationToken cancellationToken)
    {
        var link = plan.Links[0];
        TimeoutFigures? figures = null;
        var end = DoctorLink.Use(open, link, time, opened =>
        {
            var master = new ModbusMaster(opened, plan.Framing(link), plan.Timing(link), time);
            (var ended, figures) = Measure(master, plan.Timing(link), table, register, new SweepPace(asks, UsualStep * asks, progress, time), asks, cancellationToken);
            return ended;
        }, cancellationToken);
        return (end, figures);
    }

    private (SweepEnd End, TimeoutFigures? Figures) Measure(
        ModbusMaster master, ModbusTiming timing, ModbusTable table, ushort register, SweepPace pace, int asks, CancellationToken cancellationToken)
    {
        var unit = plan.Units[0];
        var onWire = timing.Silence + (timing.CharacterTime * (QuestionLength + AnswerLength));
        var thinking = new List<TimeSpan>();
        var (unanswered, broken) = (0, 0);
        Span<ushort> value = stackalloc ushort[1];
        SweepEnd end = new SweepEnd.Done();
        for (var ask = 0; ask < asks; ask++)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                end = new SweepEnd.Stopped();
                break;
            }

            pace.Step($"unit {unit}");
            var before = time.GetTimestamp();
            var reply = master.ReadRegisters(unit, table, register, value, new ModbusCallOptions(ResponseTimeout: plan.Wait, ReadRetries: 0));
            var took = time.GetElapsedTime(before) - onWire;
            if (reply.Outcome == ModbusOutcome.LinkLost)
            {
                return (new SweepEnd.LinkLost(), null);
            }

            if (reply.Outcome is ModbusOutcome.Ok or ModbusOutcome.Exception)
            {
                thinking.Add(took > TimeSpan.Zero ? took : TimeSpan.Zero);
            }

            unanswered += reply.Outcome is ModbusOutcome.TimedOut or ModbusOutcome.NotSent ? 1 : 0;
            broken += reply.Outcome == ModbusOutcome.Garbled ? 1 : 0;
        }

        return (end, new TimeoutFigures(unit, new AnswerTimes(thinking), unanswered, broken));
    }
}
