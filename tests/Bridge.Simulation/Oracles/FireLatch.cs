using Bridge.Devices;
using Bridge.Simulation.Sites;

namespace Bridge.Simulation.Oracles;

/// <summary>The fire latch: set by any input in alarm, ended by a person's acknowledgement when every input is known to be normal.</summary>
internal sealed class FireLatch
{
    private static readonly string[] Inputs = [SimulatedBuilding.Panel, SimulatedBuilding.Sprinkler];

    private readonly Dictionary<string, PointReading> known = [];

    public bool IsLatched { get; private set; }

    public void Read(PointId point, PointReading reading)
    {
        if (Inputs.Contains(point.ToString()))
        {
            known[point.ToString()] = reading;
            IsLatched |= reading == PointReading.On;
        }
    }

    public void Lost(DeviceId device)
    {
        foreach (var input in Inputs.Where(input => input.StartsWith($"{device}.", StringComparison.Ordinal)))
        {
            known[input] = PointReading.Fault;
        }
    }

    public void Acknowledge() => IsLatched &= !Inputs.All(input => known.GetValueOrDefault(input) == PointReading.Off);

    /// <summary>The service starts: what the inputs said is not known any more.</summary>
    public void Forget() => known.Clear();
}
