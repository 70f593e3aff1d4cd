using System.Diagnostics;

namespace Bridge.Benchmarks.Osdp;

/// <summary>Where the time of an exchange goes beside its bytes, on average.</summary>
/// <param name="Turnaround">What the simulated readers really took: from the end of a command on the wire to the beginning of the reply.</param>
/// <param name="Heard">From the last byte of the reply leaving the readers until the line has it: the terminal, and waking up.</param>
/// <param name="Sent">From there to the next command, less the two idle characters.</param>
internal readonly record struct Delays(TimeSpan Turnaround, TimeSpan Heard, TimeSpan Sent)
{
    /// <param name="begun">When each exchange began, in order.</param>
    /// <param name="heard">When the last bytes of each were read.</param>
    /// <param name="left">When each transmission of the readers had left, in order; an answer may be several.</param>
    public static Delays Between(Load load, IReadOnlyList<long> begun, IReadOnlyList<long> heard, IReadOnlyList<long> left, double bytesOfExchange)
    {
        long turnaround = 0, late = 0, idle = 0;
        var (count, next) = (0, 0);
        for (var each = 0; each + 1 < begun.Count; each++)
        {
            var last = 0L;
            for (; next < left.Count && left[next] < begun[each + 1]; next++)
            {
                last = left[next] >= begun[each] ? left[next] : 0;
            }

            if (last > 0)
            {
                turnaround += last - begun[each];
                late += heard[each] - last;
                idle += begun[each + 1] - heard[each];
                count++;
            }
        }

        return count == 0
            ? throw new InvalidOperationException($"{load.Name}: the readers answered nothing.")
            : new Delays(Mean(turnaround) - TimeSpan.FromSeconds(bytesOfExchange * load.Character), Mean(late), Mean(idle) - TimeSpan.FromSeconds(load.Idle));

        TimeSpan Mean(long ticks) => TimeSpan.FromSeconds((double)ticks / Stopwatch.Frequency / count);
    }
}
