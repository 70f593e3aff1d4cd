using Bridge.Policy;
using Bridge.Policy.Doors;
using Bridge.Simulation.Oracles;
using Bridge.Simulation.Residents;
using Bridge.Simulation.Sites;
using Bridge.Simulators.Building;
using Bridge.Simulators.Devices;
using Bridge.Simulators.Disturbances;
using Bridge.Simulators.People;

namespace Bridge.Simulation.Lives;

/// <summary>Everything that may happen in a life, drawn by weight.</summary>
internal sealed class Acts(Life life, Random random)
{
    private static readonly ActorId Actor = new("local-operator");

    private readonly SortedDictionary<string, int> done = new(StringComparer.Ordinal);
    private (int Weight, string Name, Action Do)[]? table;

    public IReadOnlyDictionary<string, int> Done => done;

    private (int Weight, string Name, Action Do)[] Table => table ??=
    [
        (24, "card", () => Present(AnyCard())),
        (4, "unknown card", () => Reader().PresentCard(Wiegand26.Bits(9, random.Next(100)))),
        (12, "card and PIN", CardAndPin),
        (8, "PIN", () => Enter(AnyHolder(), Chance(6))),
        (6, "wrong PIN", WrongPins),
        (5, "door left open", LeaveOpen),
        (4, "forced", () => Door().Force(Seconds(1, 20))),
        (6, "leave", () => Door().Leave(Seconds(1, 8))),
        (2, "exit button stuck", () => Door().PressRex(Seconds(50, 90))),
        (3, "tamper", Tamper),
        (2, "bolt stuck", StickBolt),
        (5, "unit away", () => life.Conditions.Kill(Device().Id, Seconds(1, 40))),
        (3, "line cut", () => life.Conditions.Cut(Pick(SimulatedBuilding.Plan.Lines).Id, Seconds(1, 40))),
        (3, "reboot", () => Device().Reboot()),
        (4, "fire", Fire),
        (6, "acknowledge", Acknowledge),
        (12, "mode", ChangeMode),
        (2, "lockout reset", ResetLockout),
        (4, "weather", ChangeWeather),
        (3, "reload", life.Reload),
        (4, "clock jump", () => life.JumpWallClock(TimeSpan.FromSeconds(random.Next(-3 * 3600, 3 * 3600)) * (Chance(4) ? 8 : 0.01))),
        (2, "stop", () => life.Restart(service => service.Stop(), Seconds(1, 60))),
        (2, "kill", Kill),
        (2, "kill after commit", KillAfterCommit),
        (4, "disk blocked", () => life.BlockDisk(Seconds(1, 60))),
        (2, "snapshot", () => life.Service.Bridge.Keeper.Finish(life.Service.Bridge.State)),
        (3, "comparison", life.CompareAll),
        (3, "hours pass", HoursPass),
    ];

    /// <summary>Does something, and lets a while pass.</summary>
    public void Next(int number)
    {
        var drawn = random.Next(Table.Sum(row => row.Weight));
        var (_, name, act) = Table.First(row => (drawn -= row.Weight) < 0);
        life.Violations.Where = $"act {number}, {name}, at {life.World.Surroundings.Elapsed}";
        done[name] = done.GetValueOrDefault(name) + 1;
        act();
        life.Wait(Chance(3) ? Seconds(0, 2) : Seconds(1, 20));
    }

    // Mostly where a card is of use.
    private void Present(HeldCredential card)
    {
        var door = Chance(4) ? Door() : Taking("card", "cardOrPin");
        Show(door, card);
        door.Wait(new Visitor(Seconds(1, 8), Seconds(0, 3), Seconds(1, 6), Chance(10) ? Seconds(5, 60) : TimeSpan.Zero));
    }

    private void Enter(string holder, bool duress)
    {
        var door = Chance(4) ? Door() : Taking("pin", "cardOrPin");
        Type(door, life.People.PinOf(holder, duress));
        door.Wait(new Visitor(Seconds(1, 8), Seconds(0, 3), Seconds(1, 6), TimeSpan.Zero));
    }

    // Mostly at a keypad that wants both; the PIN may be late, of somebody else, wrong, or follow another card.
    private void CardAndPin()
    {
        var door = Taking("cardAndPin");
        var card = AnyCard();
        Show(door, card);
        if (Chance(8))
        {
            life.World.Surroundings.After(Seconds(0, 4), () => Show(door, AnyCard()));
        }

        var holder = Chance(5) ? AnyHolder() : card.Holder;
        var pin = Chance(6) ? "0000" : life.People.PinOf(holder, Chance(6));
        life.World.Surroundings.After(Chance(6) ? Seconds(5, 20) : Seconds(1, 4), () => Type(door, pin));
        door.Wait(new Visitor(Seconds(4, 20), Seconds(0, 3), Seconds(1, 6), TimeSpan.Zero));
    }

    private void WrongPins()
    {
        var door = Door();
        var attempts = random.Next(1, 8);
        for (var i = 0; i < attempts; i++)
        {
            life.World.Surroundings.After(Seconds(0, 2) + TimeSpan.FromSeconds(2 * i), () => Type(door, $"{random.Next(9000, 9999)}"));
        }
    }

    private void LeaveOpen()
    {
        var door = Taking("card", "cardOrPin");
        Show(door, AnyCard());
        door.Wait(new Visitor(Seconds(2, 8), Seconds(0, 2), Seconds(1, 4), Seconds(10, 120)));
    }

    private void Tamper()
    {
        var door = Door();
        door.SetTamper(true);
        life.World.Surroundings.After(Seconds(1, 30), () => door.SetTamper(false));
    }

    private void StickBolt()
    {
        var door = Door();
        door.IsStuck = true;
        life.World.Surroundings.After(Seconds(5, 90), () => door.IsStuck = false);
    }

    private void Fire()
    {
        var input = Pick(new[] { SimulatedBuilding.Panel, SimulatedBuilding.Sprinkler }).Split('.');
        var contact = life.World.Devices[input[0]].Inputs[input[1]];
        contact.Set(true);
        life.World.Surroundings.After(Seconds(1, 60), () => contact.Set(false));
        life.World.Surroundings.After(Seconds(61, 120), () => contact.Set(false));
    }

    // Out of a mode as often as into it, or every door ends locked down.
    private void ChangeMode()
    {
        var door = Pick(SimulatedBuilding.Doors);
        var request = life.Inspection.Modes[door] switch
        {
            DoorMode.LockedDown when !Chance(4) => DoorModeRequest.LockDownRelease,
            DoorMode.LockedOpen when !Chance(4) => DoorModeRequest.LockOpenRelease,
            DoorMode.Unlocked or DoorMode.Blocked when !Chance(3) => DoorModeRequest.Lock,
            _ => Pick(Enum.GetValues<DoorModeRequest>()),
        };
        Ask(door, request);
    }

    private void Ask(string door, DoorModeRequest request) =>
        life.Service.Ask(new Happening.ModeAsked(door, request), at => new PolicyInput.ModeRequested(at, new DoorId(door), request, Actor));

    private void Acknowledge() => life.Service.Ask(new Happening.FireAcknowledged(), at => new PolicyInput.FireAcknowledged(at, Actor));

    private void ResetLockout()
    {
        var point = Pick(life.Plan.Doors).AccessPoint;
        life.Service.Ask(new Happening.LockoutLifted(point), at => new PolicyInput.LockoutReset(at, new AccessPointId(point), Actor));
    }

    private void ChangeWeather() => life.Conditions.Climate = new Climate(Chance(2) ? Weather.Fine : new Weather
    {
        Seed = random.Next(),
        Deaf = random.NextDouble() * 0.2,
        Drop = random.NextDouble() * 0.2,
        Jitter = TimeSpan.FromMilliseconds(random.Next(400)),
        Cut = random.NextDouble() * 0.02,
        CutFor = Seconds(1, 20),
        Reboot = random.NextDouble() * 0.05,
    });

    // A door that is held is pulsed every few seconds, and hours of that would be most of the journal: first they are put back.
    private void HoursPass()
    {
        life.Heal();
        Acknowledge();
        foreach (var door in SimulatedBuilding.Doors.Where(life.Inspection.Modes.IsHeld))
        {
            Ask(door, life.Inspection.Modes[door] == DoorMode.LockedOpen ? DoorModeRequest.LockOpenRelease : DoorModeRequest.Lock);
        }

        life.Wait(life.Inspection.IsOnFire ? Seconds(20, 60) : Seconds(1800, 5 * 3600));
    }

    private void Kill()
    {
        life.Heal();

        // What the lines have just told is still in the queue, and is lost with it.
        life.Service.Poll();
        life.Restart(service => service.Kill(), Seconds(1, 90));
    }

    private void KillAfterCommit()
    {
        life.Heal();
        Present(AnyCard());
        life.Service.Poll();
        life.Restart(service => service.KillAfterCommit(), Seconds(1, 30));
    }

    private static void Show(SimulatedDoor door, HeldCredential card) => door.Reader!.PresentCard(card.Text);

    private static void Type(SimulatedDoor door, string digits) => door.Reader!.EnterPin(digits);

    private HeldCredential AnyCard() => Pick(life.People.Cards);

    private string AnyHolder() => AnyCard().Holder;

    private SimulatedDoor Taking(params string[] authentications) =>
        Pick(life.Plan.Doors.Where(each => authentications.Contains(each.Authentication)).Select(each => life.World.Doors[each.Id]).DefaultIfEmpty(Door()));

    private SimulatedDoor Door() => Pick(life.World.Doors.Values);

    private ICredentialReader Reader() => Door().Reader!;

    private ModbusSlave Device() => Pick(life.World.Devices.Values);

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;

    private TimeSpan Seconds(int from, int until) => TimeSpan.FromTicks(random.NextInt64(from * TimeSpan.TicksPerSecond, until * TimeSpan.TicksPerSecond));

    private T Pick<T>(IEnumerable<T> values)
    {
        T[] all = [.. values];
        return all[random.Next(all.Length)];
    }
}
