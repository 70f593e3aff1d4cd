using Bridge.Simulators.Building;
using Bridge.Simulators.Clocks;

namespace Bridge.Simulators.People;

/// <summary>Plays a script in a world, on the world's clock.</summary>
/// <param name="told">Hears of each act as it happens; must not block.</param>
public sealed class ScriptPlayer(World world, Script script, Action<ScriptedAct> told)
{
    private readonly Dictionary<string, Resident> _residents = script.Residents.ToDictionary(resident => resident.Name);

    /// <summary>From the card to the PIN: shortened with the script.</summary>
    private TimeSpan Typing => script.Reaction * 2;

    /// <summary>Ends with the script, the last door shut.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var appointments = new List<Appointment>();
        lock (world.Surroundings.Gate)
        {
            appointments.AddRange(script.Acts.Select(act => world.Surroundings.After(act.At, () => Play(act))));
            appointments.Add(world.Surroundings.After(script.Length, ended.SetResult));
        }

        try
        {
            await ended.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            appointments.ForEach(appointment => appointment.Cancel());
        }
    }

    private void Play(ScriptedAct act)
    {
        told(act);
        if (act.Kind == ActKind.FireDrill)
        {
            world.SetFire(true);
            world.Surroundings.After(act.For, () => world.SetFire(false));
            return;
        }

        PlayAt(world.Doors[act.Door], act);
    }

    private void PlayAt(SimulatedDoor door, ScriptedAct act)
    {
        switch (act.Kind)
        {
            case ActKind.Leave:
                door.Leave(script.Passage);
                break;
            case ActKind.ForceOpen:
                door.Force(act.For);
                break;
            case ActKind.Tamper:
                door.SetTamper(true);
                world.Surroundings.After(act.For, () => door.SetTamper(false));
                break;
            default:
                Show(door, act, _residents[act.Who]);
                break;
        }
    }

    private void Show(SimulatedDoor door, ScriptedAct act, Resident resident)
    {
        var reader = door.Reader ?? throw new InvalidWorldException($"{door.Id} has no reader.");
        if (act.Kind != ActKind.EnterWithPin)
        {
            reader.PresentCard(resident.CardBits);
        }

        switch (act.Kind)
        {
            case ActKind.EnterWithPin:
                reader.EnterPin(resident.Pin);
                break;
            case ActKind.EnterWithCardAndPin:
                world.Surroundings.After(Typing, () => reader.EnterPin(resident.Pin));
                break;
            case ActKind.CardAndWrongPin:
                world.Surroundings.After(Typing, () => reader.EnterPin("000000"));
                break;
            case ActKind.ShowCardOnly:
                return;
        }

        door.Wait(new Visitor(
            script.Patience + (act.Kind == ActKind.EnterWithCardAndPin ? Typing : TimeSpan.Zero),
            script.Reaction,
            Passage: act.Kind == ActKind.LetSomebodyFollow ? act.For : script.Passage,
            HoldFor: act.Kind == ActKind.PropOpen ? act.For : TimeSpan.Zero));
    }
}
