using System.Text;
using Bridge.Host.ReadModel;
using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Policy;
using Bridge.Policy.Doors;
using Bridge.Simulation.Sites;
using Bridge.Simulation.Wires;
using Bridge.Simulators.Building;

namespace Bridge.Simulation.Oracles;

/// <summary>What the bridge claims to know, beside the door itself. Looked at right after a poll, so there is nothing that it could not know yet.</summary>
internal sealed class SensorCheck(World world, Violations violations)
{
    public int Looks { get; private set; }

    public void Check(BuildingView view, SitePlan plan, IReadOnlyList<SimulatedLine> lines)
    {
        foreach (var door in plan.Doors)
        {
            var contact = view.State.Doors[new DoorId(door.Id)].Contact;
            Looks++;
            if (!door.HasContact)
            {
                violations.Unless(contact == DoorPhysicalState.NotMonitored, $"{door.Id} has no contact and is reported {contact}");
                continue;
            }

            var device = SimulatedBuilding.Door(door.Id).Contact!.Split('.')[0];
            var line = lines.First(each => each.Devices.Any(unit => unit.Value == device));
            if (line.IsOnline(device) && line.IsReachable(device))
            {
                var truth = world.Doors[door.Id].IsOpen ? DoorPhysicalState.Open : DoorPhysicalState.Closed;
                violations.Unless(contact == truth, $"{door.Id} is {truth} and is reported {contact}");
            }
            else if (!line.IsOnline(device) && !line.HasWork)
            {
                violations.Unless(contact == DoorPhysicalState.Unknown, $"nobody can see {door.Id}, and it is reported {contact}");
            }
        }

        Fire(view, lines);
    }

    /// <summary>What other systems are told of a door without a contact.</summary>
    public void Retained(BuildingView view, SitePlan plan)
    {
        foreach (var door in plan.Doors.Where(door => !door.HasContact))
        {
            var payload = Encoding.UTF8.GetString(StateTranslation.Door("simulated", view, new DoorId(door.Id)).First().Payload.Span);
            violations.Unless(!payload.Contains("closed", StringComparison.OrdinalIgnoreCase), $"{door.Id} has no contact and is published as {payload}");
        }
    }

    public void Events(IEnumerable<StoredEntry> entries, SitePlan plan)
    {
        foreach (var entry in entries.Where(each => each.Entry.Kind is nameof(EventKind.DoorOpened) or nameof(EventKind.DoorClosed)))
        {
            violations.Unless(plan.Door(entry.Entry.Door!)?.HasContact ?? false, $"{entry.Entry.Kind} of {entry.Entry.Door}, which has no contact");
        }
    }

    private void Fire(BuildingView view, IReadOnlyList<SimulatedLine> lines)
    {
        foreach (var input in (string[])[SimulatedBuilding.Panel, SimulatedBuilding.Sprinkler])
        {
            var device = input.Split('.')[0];
            var line = lines.First(each => each.Devices.Any(unit => unit.Value == device));
            if (world.Devices[device].Inputs["input8"].IsOn && line.IsOnline(device) && line.IsReachable(device))
            {
                violations.Unless(view.State.Fire.Latched, $"{input} is on fire and nothing is latched");
            }
        }
    }
}
