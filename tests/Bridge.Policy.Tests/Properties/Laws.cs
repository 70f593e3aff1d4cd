using Bridge.Policy.Credentials;
using Bridge.Policy.Doors;

namespace Bridge.Policy.Tests.Properties;

/// <summary>What has to hold at every step of every sequence. Each law names what is broken, or says null.</summary>
sealed class Laws
{
    // An alarm and what restores it. The detail tells two faults of one door apart.
    static readonly (EventKind Raised, EventKind Restored)[] Pairs =
    [
        (EventKind.DoorForcedOpen, EventKind.DoorForcedOpenRestored),
        (EventKind.DoorOpenTooLong, EventKind.DoorOpenTooLongRestored),
        (EventKind.RequestToExitStuck, EventKind.RequestToExitRestored),
        (EventKind.TamperDetected, EventKind.TamperRestored),
        (EventKind.DoorFault, EventKind.DoorFaultRestored),
        (EventKind.LinkRestored, EventKind.LinkLost),
        (EventKind.LockoutStarted, EventKind.LockoutEnded),
        (EventKind.ReaderAddressClash, EventKind.ReaderRestored),
        (EventKind.FireInputFault, EventKind.FireInputRestored),
        (EventKind.FireAlarm, EventKind.FireReleaseEnded),
    ];

    readonly HashSet<AccessId> pulsed = [];
    readonly HashSet<AccessId> concluded = [];
    readonly HashSet<AccessId> decided = [];
    readonly HashSet<(EventKind, string?)> raised = [];

    public int Releases { get; private set; }

    /// <summary>Pulses for a credential; the other releases are renewals.</summary>
    public int Pulses => pulsed.Count;

    public int Alarms { get; private set; }

    public string? Broken(BuildingState before, PolicyInput input, Decision decision)
    {
        var events = decision.Effects.OfType<OutboundEffect.Announce>().Select(a => a.Event).ToList();
        if (input is PolicyInput.BridgeStarted)
        {
            // Offline is where a start begins, without an event.
            raised.RemoveWhere(r => r.Item1 == EventKind.LinkRestored);
        }

        return decision.Effects.OfType<DeviceEffect.ReleaseLock>().Select(r => Release(r, input, events)).FirstOrDefault(b => b is not null)
            ?? events.Select(Once).FirstOrDefault(b => b is not null)
            ?? events.Select(Alternates).FirstOrDefault(b => b is not null)
            ?? Forced(before, input, events)
            ?? Trusted(before, input, events)
            ?? SameOrNot(before, decision);
    }

    string? Release(DeviceEffect.ReleaseLock release, PolicyInput input, List<BuildingEvent> events)
    {
        Releases++;
        if (input is PolicyInput.LinkSensed or PolicyInput.BridgeStarted or PolicyInput.ContactSensed or PolicyInput.LockSensed
            or PolicyInput.OutputSensed or PolicyInput.RequestToExit or PolicyInput.TamperSensed or PolicyInput.ReleaseEnded or PolicyInput.AccessPointLinkSensed
            or PolicyInput.ReaderTrustSensed or PolicyInput.ReaderEnrolment)
        {
            return $"{input.GetType().Name} released a door";
        }

        if (release.Cause != ReleaseCause.Credential)
        {
            return release.Access is null ? null : "a renewal carries an access";
        }

        if (input is PolicyInput.CredentialPresented { Read: { QueuedWhileOffline: true } } or PolicyInput.CredentialPresented { Read.Age.TotalSeconds: > 5 })
        {
            return "a stale read released a door";
        }

        if (!events.Any(e => e.Kind == EventKind.AccessGranted && e.Access == release.Access && e.Door == release.Door))
        {
            return "a release without a grant in the same decision";
        }

        return pulsed.Add(release.Access!.Value) ? null : $"a second pulse for access {release.Access}";
    }

    string? Once(BuildingEvent e) => e switch
    {
        { Kind: EventKind.AccessTaken or EventKind.AccessNotTaken } when !concluded.Add(e.Access!.Value) => $"access {e.Access} ended twice",
        { Kind: EventKind.AccessGranted or EventKind.AccessDenied } when !decided.Add(e.Access!.Value) => $"access {e.Access} decided twice",
        { Kind: EventKind.AccessDenied, Reason: null } => "a refusal without a reason",
        _ => null,
    };

    string? Alternates(BuildingEvent e)
    {
        foreach (var pair in Pairs)
        {
            var place = (pair.Raised, $"{e.Door}/{e.AccessPoint}/{e.FireInput}/{(pair.Raised == EventKind.DoorFault ? e.Detail : null)}");
            if (pair.Raised == EventKind.FireAlarm)
            {
                place.Item2 = null!;
            }

            if (e.Kind == pair.Raised)
            {
                Alarms++;
                if (!raised.Add(place))
                {
                    return $"{e.Kind} raised twice at {place.Item2}";
                }
            }

            if (e.Kind == pair.Restored && !raised.Remove(place))
            {
                return $"{e.Kind} without {pair.Raised} at {place.Item2}";
            }
        }

        return null;
    }

    // A reader that is not to be trusted decides nothing, whatever it reads.
    static string? Trusted(BuildingState before, PolicyInput input, List<BuildingEvent> events) =>
        input is PolicyInput.CredentialPresented presented
        && before.AccessPoints.TryGetValue(presented.AccessPoint, out var point) && point.Trust != ReaderTrust.Trusted
        && events.Any(e => e.Kind == EventKind.AccessGranted)
            ? "a reader that is not to be trusted opened"
            : null;

    // The other way round as well: an opening from closed without any reason has to be an alarm.
    static string? Forced(BuildingState before, PolicyInput input, List<BuildingEvent> events)
    {
        var forced = events.Any(e => e.Kind == EventKind.DoorForcedOpen);
        if (input is not PolicyInput.ContactSensed { Contact: DoorPhysicalState.Open } opened
            || !before.Doors.TryGetValue(opened.Door, out var door) || door.Contact != DoorPhysicalState.Closed)
        {
            return forced ? "forced without an opening from closed" : null;
        }

        var now = input.At.Elapsed;
        var explained = door.Passage?.Until >= now
            || door.Pending?.EndsBy() >= now
            || (door.Energised is { } pulse && (pulse.Ended || pulse.EndsBy >= now || door.Lock == LockPhysicalState.Unlocked || door.OutputOn == true)
                && !(door.LockOverdueAt < now) && !(pulse.EndsBy + TimeSpan.FromSeconds(3) < now))
            || door.Held is not null
            || (door.Exit.ActiveSince is { } since && !door.Exit.Stuck && now - since <= TimeSpan.FromSeconds(60))
            || door.Exit.MaskUntil >= now;
        return forced == !explained ? null : forced ? "a reason to open, and forced all the same" : "opened without a reason, and no alarm";
    }

    static string? SameOrNot(BuildingState before, Decision decision) =>
        decision.Next.AccessCount < before.AccessCount ? "an access number went back" : null;
}
