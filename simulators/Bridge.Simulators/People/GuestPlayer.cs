using Bridge.Simulators.Building;
using Bridge.Simulators.Clocks;

namespace Bridge.Simulators.People;

/// <summary>Lets the guests come for a person at the desk, on the world's clock: they call, and stand at the door until it opens or they have had enough.</summary>
/// <param name="told">Hears of each as he comes; must not block.</param>
/// <param name="onTheWay">Hears of who has passed the gate; must not block.</param>
public sealed class GuestPlayer(World world, Action<Guest> told, Action<Guest> onTheWay)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Reaction = TimeSpan.FromSeconds(0.8);
    private static readonly TimeSpan Passage = TimeSpan.FromSeconds(3);

    /// <summary>Until all have come, or it is cancelled.</summary>
    public async Task RunAsync(IReadOnlyList<Guest> guests, CancellationToken cancellationToken)
    {
        var last = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var appointments = new List<Appointment>();
        lock (world.Surroundings.Gate)
        {
            foreach (var guest in guests)
            {
                appointments.Add(world.Surroundings.After(guest.At, () => Come(guest)));
                if (guest.Kind == GuestKind.AnnouncedVisitor)
                {
                    appointments.Add(world.Surroundings.After(guest.At - Guests.WayFromTheGate, () => onTheWay(guest)));
                }
            }

            appointments.Add(world.Surroundings.After(guests.Max(guest => guest.At), last.SetResult));
        }

        try
        {
            await last.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            appointments.ForEach(appointment => appointment.Cancel());
        }
    }

    private void Come(Guest guest)
    {
        told(guest);
        if (guest.Intercom.Length > 0)
        {
            var board = world.Intercoms[guest.Intercom].Board;
            board.HangUp(guest.Panel);
            board.Call(guest.Panel, guest.Number);
        }

        if (guest.Refusal is null)
        {
            world.Doors[guest.Door].Wait(new Visitor(Patience, Reaction, Passage, HoldFor: TimeSpan.Zero));
        }
    }
}
