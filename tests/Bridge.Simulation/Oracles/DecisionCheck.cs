using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Policy;
using Bridge.Policy.Credentials;

namespace Bridge.Simulation.Oracles;

/// <summary>Compares what the journal says of each read with what the oracle foretold; and in the end looks at every reason.</summary>
internal sealed class DecisionCheck(Violations violations)
{
    private readonly HashSet<AccessId> decided = [];

    public int Reads { get; private set; }

    public int Granted { get; private set; }

    /// <summary>How often each reason for a refusal was given.</summary>
    public SortedDictionary<string, int> Denied { get; } = new(StringComparer.Ordinal);

    /// <summary>Goes through new entries; what was foretold of them is taken out of the queue.</summary>
    public void Check(IReadOnlyList<StoredEntry> entries, Queue<Foretold> foretold)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Entry.Origin != EntryOrigin.Input)
            {
                continue;
            }

            var events = entries.Skip(i + 1).TakeWhile(entry => entry.Entry.Origin == EntryOrigin.Event)
                .Where(entry => Enum.TryParse<EventKind>(entry.Entry.Kind, out _))
                .Select(entry => JournalCodec.DecodeEvent(entry.Entry.Body)).ToList();
            if (entries[i].Entry.Kind != nameof(PolicyInput.CredentialPresented))
            {
                continue;
            }

            if (!foretold.TryDequeue(out var expected))
            {
                violations.Add("the journal has a read that nobody made");
            }
            else
            {
                Read(events, expected);
            }
        }
    }

    /// <summary>The whole journal: no input but a read grants, and every decision about an access has its one reason.</summary>
    public void OnlyReadsOpen(IEnumerable<StoredEntry> journal)
    {
        var kind = "";
        foreach (var entry in journal.Select(stored => stored.Entry))
        {
            kind = entry.Origin == EntryOrigin.Input ? entry.Kind : kind;
            if (entry.Kind is nameof(EventKind.AccessGranted) or nameof(EventKind.AccessDenied))
            {
                Reason(JournalCodec.DecodeEvent(entry.Body));
                violations.Unless(entry.Kind != nameof(EventKind.AccessGranted) || kind == nameof(PolicyInput.CredentialPresented), $"{kind} granted access");
            }
        }
    }

    private void Read(List<BuildingEvent> events, Foretold expected)
    {
        // The end of an earlier attempt, not of this one.
        var own = events.Where(each => each.Reason != DenyReason.SecondFactorTimeout).ToList();
        Outcome[] outcomes = [.. own.Select(OutcomeOf).OfType<Outcome>()];
        violations.Unless(outcomes.Length <= 1, $"one read at {expected.AccessPoint} has {outcomes.Length} outcomes");
        var outcome = outcomes.Length == 0 ? Outcome.PinAsked : outcomes[0];
        violations.Unless(outcome == expected.Outcome, $"a read at {expected.AccessPoint} was {outcome} and had to be {expected.Outcome} ({Told(own)})");
        Reads++;
        Granted += outcome == Outcome.Granted ? 1 : 0;
        if (outcome == Outcome.Granted)
        {
            violations.Unless(own.Any(each => each.Kind == EventKind.Duress) == expected.IsDuress, $"duress at {expected.AccessPoint} was to be {expected.IsDuress}");
            violations.Unless(own.Where(IsGrant).All(each => each.Door?.Value == expected.Door), $"a read at {expected.AccessPoint} opened another door");
        }
    }

    private void Reason(BuildingEvent told)
    {
        if (told.Reason is { } reason)
        {
            Denied[$"{reason}"] = Denied.GetValueOrDefault($"{reason}") + 1;
        }

        violations.Unless((told.Reason is null) == IsGrant(told), $"{told.Kind} of access {told.Access} has the reason {told.Reason?.ToString() ?? "none"}");
        violations.Unless(told.Access is { } access && decided.Add(access), $"access {told.Access} was decided twice");
    }

    private static bool IsGrant(BuildingEvent told) => told.Kind == EventKind.AccessGranted;

    private static Outcome? OutcomeOf(BuildingEvent told) => told.Kind switch
    {
        EventKind.AccessGranted => Outcome.Granted,
        EventKind.AccessDenied => Outcome.Denied,
        EventKind.StaleReadIgnored or EventKind.DuplicateReadIgnored => Outcome.Ignored,
        _ => null,
    };

    private static string Told(IEnumerable<BuildingEvent> events) => string.Join(", ", events.Select(each => $"{each.Kind} {each.Reason} {each.Detail}".TrimEnd()));
}
