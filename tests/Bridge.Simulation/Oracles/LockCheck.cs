using Bridge.Simulation.Sites;
using Bridge.Simulation.Wires;
using Bridge.Simulators.Building;

namespace Bridge.Simulation.Oracles;

/// <summary>
/// Every pulse has a reason: a grant, once, in time, of the length that the site gives it; or a door that is held, by its mode or by fire. So the
/// return of a link, a restart or a doubled command that moves a lock is seen.
/// </summary>
internal sealed class LockCheck(Violations violations)
{
    /// <summary>A release that is later than its deadline opens for somebody else.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);

    private readonly List<(string Door, TimeSpan Length, TimeSpan At)> open = [];
    private readonly List<ExecutedPulse> all = [];

    public int Pulses => all.Count;

    /// <summary>Times that an output was on.</summary>
    public int Activations { get; private set; }

    public void Granted(string door, TimeSpan pulse, TimeSpan at) => open.Add((door, SlaveCommand.Rounded(pulse), at));

    /// <param name="held">The doors that may be pulsed without a grant, with their hold pulse.</param>
    public void Executed(IReadOnlyList<ExecutedPulse> pulses, Func<string, PlannedDoor?> held)
    {
        foreach (var pulse in pulses)
        {
            all.Add(pulse);
            var grant = open.FindIndex(each => each.Door == pulse.Door && each.Length == pulse.For && pulse.At - each.At <= Deadline);
            if (grant >= 0)
            {
                open.RemoveAt(grant);
            }
            else if (held(pulse.Door) is not { } door)
            {
                violations.Add($"{pulse.Door} was released for {pulse.For} without a grant, a held mode or fire");
            }
            else if (pulse.For != SlaveCommand.Rounded(door.HoldPulse))
            {
                violations.Add($"{pulse.Door} is held with {pulse.For} instead of {door.HoldPulse}");
            }
        }
    }

    /// <summary>No output was on past the end of the last pulse that it was given.</summary>
    public void Energised(OracleReport report)
    {
        foreach (var (door, activations) in report.Locks)
        {
            foreach (var activation in activations)
            {
                Activations++;
                var ends = all.Where(pulse => pulse.Door == door && pulse.At >= activation.At && pulse.At <= activation.At + activation.Energised)
                    .Select(pulse => pulse.At + pulse.For)
                    .DefaultIfEmpty(activation.At)
                    .Max();
                violations.Unless(
                    activation.At + activation.Energised <= ends, $"the lock of {door} was on for {activation.Energised} at {activation.At}, longer than its pulses");
            }
        }
    }
}
