using Bridge.Simulation.Sites;
using Bridge.Simulators.Building;
using Bridge.Simulators.Disturbances;

namespace Bridge.Simulation.Wires;

/// <summary>What is between the bridge and the building: cut lines, dead units, the weather, and a record of the pulses that got through.</summary>
internal sealed class Conditions(World world, Sabotage sabotage)
{
    private static readonly Dictionary<string, string> Locks = SimulatedBuilding.Plan.Doors.ToDictionary(door => door.Lock, door => door.Id);

    private readonly HashSet<string> cut = [];
    private readonly HashSet<string> dead = [];
    private readonly List<ExecutedPulse> executed = [];

    public World World => world;

    public Sabotage Sabotage => sabotage;

    public Climate Climate { get; set; } = new(Weather.Fine);

    /// <summary>Times that a line or a unit came back.</summary>
    public int Returns { get; private set; }

    public bool Reaches(string line, string device) => !cut.Contains(line) && !dead.Contains(device);

    public void Cut(string line, TimeSpan time) => Away(cut, line, time);

    public void Kill(string device, TimeSpan time) => Away(dead, device, time);

    public static bool IsLock(string point) => Locks.ContainsKey(point);

    public void Executed(string point, TimeSpan time) => executed.Add(new ExecutedPulse(Locks[point], world.Surroundings.Elapsed, time));

    /// <summary>The pulses since the last call.</summary>
    public IReadOnlyList<ExecutedPulse> TakeExecuted()
    {
        ExecutedPulse[] taken = [.. executed];
        executed.Clear();
        return taken;
    }

    private void Away(HashSet<string> missing, string name, TimeSpan time)
    {
        if (missing.Add(name))
        {
            world.Surroundings.After(time, () => Returns += missing.Remove(name) ? 1 : 0);
        }
    }
}
