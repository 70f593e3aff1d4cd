using Bridge.Devices;
using Bridge.Simulation.Residents;
using Bridge.Simulation.Sites;
using Bridge.Simulators.Devices;

namespace Bridge.Simulation.Oracles;

/// <summary>
/// Says of every read what must come of it, from the residents' papers, the site's plan and what the oracle itself has seen. It is written from the
/// procedure and shares nothing with the policy.
/// </summary>
internal sealed class AccessOracle(Population population, DoorModes modes, TimeZoneInfo zone)
{
    private readonly Dictionary<string, Keypad> keypads = [];
    private readonly Dictionary<string, CardGuessing> guessed = [];
    private readonly HashSet<string> online = [];

    public SitePlan Plan { get; private set; } = null!;

    public void Configured(SitePlan plan)
    {
        Plan = plan;
        foreach (var gone in keypads.Keys.Except(plan.Doors.Select(door => door.Id)).ToList())
        {
            keypads.Remove(gone);
        }

        foreach (var door in plan.Doors.Where(door => door.Authentication != "cardAndPin"))
        {
            At(door).Waiting = null;
        }

        // A door that is new to the bridge has not been heard of.
        online.IntersectWith(plan.Doors.Select(door => door.Id));
    }

    public void Started()
    {
        online.Clear();
        foreach (var keypad in keypads.Values)
        {
            keypad.Waiting = null;
        }
    }

    public void Link(DeviceId device, bool isOnline)
    {
        foreach (var door in Plan.Doors.Where(door => SimulatedBuilding.Door(door.Id).Lock.StartsWith($"{device}.", StringComparison.Ordinal)))
        {
            _ = isOnline ? online.Add(door.Id) : online.Remove(door.Id);
        }
    }

    public void LiftLockout(string accessPoint)
    {
        if (Plan.Doors.FirstOrDefault(door => door.AccessPoint == accessPoint) is { } door)
        {
            At(door).Forgive();
        }
    }

    /// <summary>Null where the reader is not in the site.</summary>
    public Foretold? Read(DeviceEvent.CredentialRead told, PresentedCredential read, TimeSpan now, DateTimeOffset utc)
    {
        if (Plan.Doors.FirstOrDefault(door => SimulatedBuilding.Door(door.Id).Reader == told.Point.Device.Value) is not { } door)
        {
            return null;
        }

        var keypad = At(door);
        var isRepeated = told.Number == keypad.LastNumber;
        keypad.LastNumber = told.Number;
        if (isRepeated || told.QueuedWhileOffline || told.Age > door.MaximumReadAge)
        {
            return new Foretold(door.AccessPoint, door.Id, Outcome.Ignored, null, false);
        }

        if (keypad.Waiting is { Until: var until } && until < now)
        {
            keypad.Waiting = null;
        }

        var moment = new Attempt(door, keypad, now, utc);
        var (outcome, credential) = read.Kind == CredentialKind.Card ? Card(moment, read.Text) : Pin(moment, read.Text);
        var pulse = credential is null ? (TimeSpan?)null : credential.IsExtended ? door.ExtendedReleaseTime : door.ReleaseTime;
        return new Foretold(door.AccessPoint, door.Id, outcome, outcome == Outcome.Granted ? pulse : null, outcome == Outcome.Granted && credential!.IsDuress);
    }

    private (Outcome Outcome, HeldCredential? Credential) Card(Attempt attempt, string bits)
    {
        attempt.Keypad.Waiting = null;
        var card = population.Find(CredentialKind.Card, bits).FirstOrDefault(held => Opens(held, attempt));
        if (attempt.Door.Authentication == "pin" || card is null)
        {
            return (Outcome.Denied, null);
        }

        if (attempt.Door.Authentication != "cardAndPin")
        {
            return (Outcome.Granted, card);
        }

        if (IsLocked(attempt, card))
        {
            return (Outcome.Denied, null);
        }

        attempt.Keypad.Waiting = (card, attempt.Now + attempt.Door.SecondFactorTime);
        return (Outcome.PinAsked, null);
    }

    private (Outcome Outcome, HeldCredential? Credential) Pin(Attempt attempt, string digits)
    {
        var keypad = attempt.Keypad;
        var waiting = keypad.Waiting;
        keypad.Waiting = null;
        if (IsLocked(attempt, waiting?.Card))
        {
            return (Outcome.Denied, null);
        }

        var pins = population.Find(CredentialKind.Pin, digits);
        var opened = attempt.Door.Authentication switch
        {
            "pin" or "cardOrPin" => Alone(attempt, pins),
            "cardAndPin" when waiting is { Card: var card } => Second(attempt, pins, card),
            _ => null,
        };
        return opened is null ? (Outcome.Denied, null) : (Outcome.Granted, opened);
    }

    private HeldCredential? Alone(Attempt attempt, IReadOnlyList<HeldCredential> pins)
    {
        if (pins.Count == 0)
        {
            attempt.Keypad.WrongPin(Plan, attempt.Now);
        }

        return pins.Where(pin => Opens(pin, attempt)).OrderByDescending(pin => pin.IsDuress).FirstOrDefault();
    }

    private HeldCredential? Second(Attempt attempt, IReadOnlyList<HeldCredential> pins, HeldCredential card)
    {
        if (pins.FirstOrDefault(pin => pin.Holder == card.Holder) is not { } own)
        {
            attempt.Keypad.WrongPin(Plan, attempt.Now);
            Guessed(card).WrongPin(Plan, attempt.Now);
            return null;
        }

        if (!own.IsInOrder(attempt.Utc) || !Opens(card, attempt))
        {
            return null;
        }

        Guessed(card).RightPin();
        return card with { IsDuress = own.IsDuress };
    }

    private bool Opens(HeldCredential held, Attempt attempt) =>
        held.IsInOrder(attempt.Utc)
        && Plan.Permits(held.Levels, attempt.Door.Id, TimeZoneInfo.ConvertTime(attempt.Utc, zone).DateTime)
        && !modes.IsShut(attempt.Door.Id)
        && online.Contains(attempt.Door.Id);

    private bool IsLocked(Attempt attempt, HeldCredential? card) =>
        attempt.Now < attempt.Keypad.LockedUntil || (card is not null && attempt.Now < Guessed(card).LockedUntil);

    private CardGuessing Guessed(HeldCredential card) => guessed.TryGetValue(card.Text, out var of) ? of : guessed[card.Text] = new CardGuessing();

    private Keypad At(PlannedDoor door) => keypads.TryGetValue(door.Id, out var keypad) ? keypad : keypads[door.Id] = new Keypad();

    private sealed record Attempt(PlannedDoor Door, Keypad Keypad, TimeSpan Now, DateTimeOffset Utc);
}
