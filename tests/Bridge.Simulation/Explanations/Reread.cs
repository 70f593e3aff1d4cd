using System.Text.Json;
using Bridge.Host.Explaining;
using Bridge.Journal;

namespace Bridge.Simulation.Explanations;

/// <summary>What must be said of an event, worked out once more from the raw events: opened or not, and by what.</summary>
internal sealed class Reread(IReadOnlyList<RawEvent> events, IReadOnlyList<StoredEntry> journal)
{
    private static readonly TimeSpan ExitTime = TimeSpan.FromSeconds(60);

    public (Outcome Outcome, Cause Cause, long? Access, string? Reason) Of(RawEvent one, IReadOnlyDictionary<long, TimeSpan> elapsed)
    {
        if (one.Case is { } id)
        {
            return OfCase(id);
        }

        return one.Access is { } access ? OfAccess(access) : OfDoor(one, elapsed);
    }

    private (Outcome Outcome, Cause Cause, long? Access, string? Reason) OfAccess(long access)
    {
        var kinds = events.Where(one => one.Access == access).ToLookup(one => one.Kind);
        if (kinds["AccessDenied"].FirstOrDefault() is { } denied)
        {
            return (Outcome.NotOpened, Cause.Denied, access, denied.Reason);
        }

        if (kinds["AccessGranted"].FirstOrDefault() is not { } granted)
        {
            return (Outcome.Pending, Cause.Undecided, access, null);
        }

        var by = granted.ByCredential ? Cause.Credential : Cause.Evidence;
        var went = kinds.Contains("AccessTaken") ? Outcome.Opened
            : kinds.Contains("AccessNotTaken") ? Outcome.NotEntered
            : kinds.Contains("LockReleased") ? Outcome.Released
            : kinds.Contains("ReleaseOutcomeUnknown") ? Outcome.Unknown
            : kinds.Contains("ReleaseRefused") || kinds.Contains("ReleaseNotSent") ? Outcome.NotOpened
            : Outcome.Pending;
        return (went, went switch { Outcome.NotOpened => Cause.Failed, Outcome.Pending => Cause.Undecided, _ => by }, access, null);
    }

    private (Outcome Outcome, Cause Cause, long? Access, string? Reason) OfCase(long id)
    {
        var opened = events.Where(one => one.Case == id && one.Kind == "AccessGranted").Select(one => OfAccess(one.Access!.Value)).ToList();
        foreach (var outcome in (Outcome[])[Outcome.Opened, Outcome.NotEntered, Outcome.Released, Outcome.Unknown, Outcome.Pending])
        {
            if (opened.Exists(one => one.Outcome == outcome))
            {
                return opened.Find(one => one.Outcome == outcome);
            }
        }

        var moved = events.LastOrDefault(one => one.Case == id && one.Kind == "CaseMoved");
        if (moved?.To is "Refused" or "Expired" or "Cancelled")
        {
            return (Outcome.NotOpened, Cause.Refused, null, moved.Refusal);
        }

        return opened.Count > 0 ? opened[^1] : (Outcome.Pending, Cause.Waiting, null, null);
    }

    private (Outcome Outcome, Cause Cause, long? Access, string? Reason) OfDoor(RawEvent one, IReadOnlyDictionary<long, TimeSpan> elapsed)
    {
        var past = events.Where(before => before.Sequence <= one.Sequence).ToList();
        var burns = past.LastOrDefault(before => before.Kind is "FireAlarm" or "FireReleaseEnded")?.Kind == "FireAlarm" && (one.Door is null || FireReleases(one.Door, one.Sequence));
        var mode = past.LastOrDefault(before => before.Kind == "DoorModeChanged" && before.Door == one.Door && one.Door is not null)?.Mode;
        var standing = burns ? Cause.Fire : mode is "Unlocked" or "LockedOpen" ? Cause.Mode : Cause.NotKnown;
        var leaving = past.Exists(before => before.Kind == "RequestToExit" && before.Door == one.Door && elapsed[one.Sequence] - elapsed[before.Sequence] <= ExitTime);
        var forced = events.Any(next => next.Kind == "DoorForcedOpen" && next.Door == one.Door && next.Sequence == one.Sequence + 1);
        return one.Kind switch
        {
            "DoorForcedOpen" => (Outcome.Opened, Cause.Forced, null, null),
            "DoorOpened" => (Outcome.Opened, forced ? Cause.Forced : standing == Cause.NotKnown && leaving ? Cause.Exit : standing, null, null),
            "LockReleased" => (Outcome.Held, standing, null, null),
            "DoorModeChanged" => (one.Mode is "Unlocked" or "LockedOpen" ? Outcome.Held : Outcome.NotOpened, Cause.Mode, null, null),
            "DoorModeRefused" => (Outcome.NotOpened, Cause.ModeRefused, null, null),
            "FireAlarm" => (Outcome.Held, Cause.Fire, null, null),
            "ReleaseOutcomeUnknown" => (Outcome.Unknown, standing, null, null),
            "ReleaseRefused" or "ReleaseNotSent" => (Outcome.NotOpened, standing, null, null),
            "AccessDenied" or "StaleReadIgnored" => (Outcome.NotOpened, Cause.Denied, null, one.Reason),
            _ => (Outcome.Nothing, Cause.Nothing, null, null),
        };
    }

    private bool FireReleases(string door, long sequence)
    {
        var rules = journal.Last(stored => stored.Position.Sequence < sequence && stored.Entry is { Origin: EntryOrigin.Input, Kind: "ConfigurationApplied" });
        using var body = JsonDocument.Parse(rules.Entry.Body);
        return !body.RootElement.GetProperty("Rules").GetProperty("Doors").TryGetProperty(door, out var known) || known.GetProperty("FireRelease").GetBoolean();
    }
}
