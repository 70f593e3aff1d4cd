using Bridge.Host.Runtime;
using Bridge.Journal;
using Bridge.Journal.Records;
using Admission = Bridge.Policy.Admission;

namespace Bridge.Host.Translation;

/// <summary>Lines of the kept records into the journal's words, each beside the entry that names it.</summary>
internal sealed class RecordTranslation
{
    private readonly List<RecordDraft> records = [];
    private readonly List<RecordChange> changes = [];
    private readonly List<SealedPerson> people = [];

    /// <param name="last">The sequence of the last entry of this decision.</param>
    public void Add(DecidedInput decided, long last)
    {
        people.AddRange(decided.People);
        if (decided.Lines.Count == 0 && decided.Changes.Count == 0)
        {
            return;
        }

        foreach (var line in decided.Lines)
        {
            records.Add(Draft(line, SequenceOf(decided, line.Number, last), decided));
        }

        foreach (var change in decided.Changes)
        {
            changes.Add(Change(change, SequenceOf(decided, change.Number, last), decided));
        }
    }

    public JournalBatch Into(JournalBatch batch) => people.Count == 0 && records.Count == 0 && changes.Count == 0
        ? batch
        : batch with { Records = records, RecordChanges = changes, People = people };

    // Every record is named by an event of its own decision, unless that was lost from memory while the disk failed; the events stand last among its entries.
    private static long SequenceOf(DecidedInput decided, Admission.RecordNumber number, long last)
    {
        for (var index = 0; index < decided.Events.Count; index++)
        {
            if (decided.Events[index].Admission?.Record == number && decided.Events[index].Access is null)
            {
                return last - decided.Events.Count + 1 + index;
            }
        }

        return decided.Unjournalled ? last : throw new System.Diagnostics.UnreachableException($"No event names record {number}.");
    }

    private static RecordDraft Draft(Admission.RecordLine line, long sequence, DecidedInput decided) => new(
        Number(line.Number),
        sequence,
        line.Lobby.Value,
        line.Case?.ToString(),
        line.Author.Value,
        decided.Input.At.Wall,
        new RecordFields
        {
            Category = EventTranslation.Camel(line.Category.ToString()),
            Result = line.Refused is { } refused ? EventTranslation.Camel(refused.ToString()) : null,
            ConsentKind = line.Consent is { } consent ? EventTranslation.Camel(consent.ToString()) : null,
            ConsentBy = line.ConsentBy?.Value ?? (line.Consent is null ? null : line.Household?.Value),
            Household = line.Household?.Value,
            HeadCount = line.HeadCount,
            Reference = line.Reference,
            Person = line.Person?.Person.Value,
        })
    {
        PaperSheet = line.PaperSheet,
    };

    private static RecordChange Change(Admission.RecordChange change, long sequence, DecidedInput decided) => new(
        Number(change.Number),
        sequence,
        change.Kind == Admission.RecordChangeKind.Amended ? RecordChangeKind.Amendment : RecordChangeKind.Completion,
        change.By?.Value ?? "bridge",
        decided.Input.At.Wall,
        new RecordFields
        {
            Result = ResultOf(change.Kind),
            CompletedAt = change.Kind == Admission.RecordChangeKind.Completed ? decided.Input.At.Wall : null,
            Person = change.Person?.Person.Value,
        })
    {
        // Who amends gives a reason in words, which may name somebody: only the code stands here.
        Reason = EventTranslation.Camel(change.Kind.ToString()),
        PaperSheet = change.Kind == Admission.RecordChangeKind.OnPaper ? change.Detail : null,
    };

    private static string? ResultOf(Admission.RecordChangeKind kind) => kind switch
    {
        Admission.RecordChangeKind.Opened => "released",
        Admission.RecordChangeKind.Entered => "entered",
        Admission.RecordChangeKind.NotEntered => "notEntered",
        _ => null,
    };

    public static Admission.RecordNumber Number(RecordNumber number) => new(
        number.Form == RecordForm.VisitorLog ? Admission.RecordForm.VisitorLog : Admission.RecordForm.DutyLog, number.Month, number.Running);

    public static RecordNumber Number(Admission.RecordNumber number) => new(
        number.Form == Admission.RecordForm.VisitorLog ? RecordForm.VisitorLog : RecordForm.DutyLog, number.Month, number.Ordinal);
}
