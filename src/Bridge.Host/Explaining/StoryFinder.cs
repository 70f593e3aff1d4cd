using System.Globalization;
using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Policy;
using Bridge.Policy.Admission;

namespace Bridge.Host.Explaining;

/// <summary>Gathers from the journal what belongs to one case, access or entry. Reads only.</summary>
public sealed class StoryFinder(EntrySource source)
{
    private static readonly TimeSpan ExitTime = TimeSpan.FromSeconds(60);

    /// <summary>Null when the journal knows no such case.</summary>
    public Story? Case(long number)
    {
        var id = new CaseId(number);
        var own = Correlated($"case-{number.ToString(CultureInfo.InvariantCulture)}");
        if (own.Count == 0)
        {
            return null;
        }

        var steps = Merge([own, .. Openings(id, own).Select(access => Correlated(Text(access)))]);
        return new Story(StorySubject.Case, number, CaseReading.Read(id, steps), steps, TimesAt(steps[0].Sequence));
    }

    /// <summary>Null when the journal knows no such access. One that a case opened brings the case along.</summary>
    public Story? Access(long number)
    {
        var own = Correlated(number.ToString(CultureInfo.InvariantCulture));
        if (own.Count == 0)
        {
            return null;
        }

        var verdict = AccessReading.Read(own);
        var ofCase = own.Select(step => step.Event?.Admission?.Case).FirstOrDefault(id => id is not null);
        var steps = ofCase is { } id && Case(id.Number) is { } whole ? whole.Steps : own;
        return new Story(StorySubject.Access, number, verdict, steps, TimesAt(steps[0].Sequence));
    }

    /// <summary>Null when the journal has no such entry.</summary>
    public Story? Entry(long sequence)
    {
        if (source.At(sequence) is not { } entry)
        {
            return null;
        }

        // A note of the journal's keeping: no part of what was decided before it.
        if (entry.Event is null && entry.Stored.Entry.Origin == EntryOrigin.Event)
        {
            return new Story(StorySubject.Entry, sequence, new Verdict(Outcome.Nothing, Cause.Nothing, null), [entry], TimesAt(sequence));
        }

        var turn = Turn(entry);
        var about = entry.Event is not null ? [entry] : turn.Where(step => step.Event is not null).ToList();
        if (about.Select(step => step.Event!.Admission?.Case).FirstOrDefault(id => id is not null) is { } id && Case(id.Number) is { } ofCase)
        {
            return ofCase;
        }

        if (about.Select(step => step.Event!.Access).FirstOrDefault(access => access is not null) is { } access && Access(access.Number) is { } ofAccess)
        {
            return ofAccess;
        }

        var told = about.FirstOrDefault();
        var verdict = told?.Event is { } happened
            ? DoorReading.Read(happened, turn, Past(happened, told.Sequence))
            : new Verdict(Outcome.Nothing, Cause.Nothing, null);
        return new Story(StorySubject.Entry, sequence, verdict, turn, TimesAt(sequence));
    }

    // A grant is told at its door, with the number of its access, in the same turn as the case begins to open.
    private IEnumerable<AccessId> Openings(CaseId id, IReadOnlyList<Told> own) => own
        .Where(step => step.Kind == EventKind.CaseMoved && step.Event!.Admission!.To == CaseStatus.Opening)
        .Select(step => source.First(new JournalQuery(Before: step.Sequence, Kind: nameof(EventKind.AccessGranted), Origin: EntryOrigin.Event, NewestFirst: true))?.Event)
        .Where(granted => granted?.Admission?.Case == id)
        .Select(granted => granted!.Access!.Value)
        .Distinct();

    // Numbers go on when a journal is restored, and only its epoch changes: a story may run over both.
    private IReadOnlyList<Told> Correlated(string number)
    {
        var newest = source.First(new JournalQuery(NewestFirst: true))?.Stored.Position.Epoch ?? 0;
        return Merge(Enumerable.Range(0, newest + 1).Select(epoch =>
            source.All(new JournalQuery(Correlation: string.Create(CultureInfo.InvariantCulture, $"{epoch}-{number}")))));
    }

    // What one input made: the input, and its events up to the next input.
    private IReadOnlyList<Told> Turn(Told entry)
    {
        var before = entry.Stored.Entry.Origin == EntryOrigin.Input
            ? entry
            : source.First(new JournalQuery(Before: entry.Sequence, Origin: EntryOrigin.Input, NewestFirst: true)) ?? entry;
        var until = source.First(new JournalQuery(After: Math.Max(before.Sequence, entry.Sequence), Origin: EntryOrigin.Input))?.Sequence;
        return source.All(new JournalQuery(After: before.Sequence - 1, Before: until));
    }

    private DoorPast Past(BuildingEvent happened, long sequence)
    {
        // Some inputs bear the name of the event that they make.
        Told? Latest(EventKind kind, string? door) =>
            source.First(new JournalQuery(Before: sequence + 1, Kind: kind.ToString(), Door: door, Origin: EntryOrigin.Event, NewestFirst: true));
        var alarm = Latest(EventKind.FireAlarm, null);
        var releases = happened.Door is not { } concerned || RulesAt(sequence)?.Doors.GetValueOrDefault(concerned)?.FireRelease != false;
        var latched = releases && alarm is not null && !(Latest(EventKind.FireReleaseEnded, null)?.Sequence > alarm.Sequence);
        var exit = happened.Door is { } door ? Latest(EventKind.RequestToExit, door.Value) : null;
        return new DoorPast(
            happened.Door is { } at ? Latest(EventKind.DoorModeChanged, at.Value)?.Event : null,
            latched ? alarm!.Event : null,
            exit?.Event!.At.Elapsed >= happened.At.Elapsed - ExitTime ? exit.Event : null);
    }

    private AdmissionTimes TimesAt(long sequence) => RulesAt(sequence)?.Admission.Times ?? AdmissionTimes.Default;

    // Null when the journal does not reach back so far.
    private BuildingRules? RulesAt(long sequence)
    {
        var applied = source.First(
            new JournalQuery(Before: sequence, Kind: nameof(PolicyInput.ConfigurationApplied), Origin: EntryOrigin.Input, NewestFirst: true));
        return applied is not null && JournalCodec.DecodeInput(applied.Stored.Entry.Body) is PolicyInput.ConfigurationApplied { Rules: var rules } ? rules : null;
    }

    private static string Text(AccessId access) => access.Number.ToString(CultureInfo.InvariantCulture);

    private static IReadOnlyList<Told> Merge(IEnumerable<IReadOnlyList<Told>> parts) =>
        [.. parts.SelectMany(part => part).DistinctBy(step => step.Sequence).OrderBy(step => step.Sequence)];
}
