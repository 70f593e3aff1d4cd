using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Policy;

namespace Bridge.Host.Runtime;

/// <summary>Writes a turn down: each input that changed something, each event it announced, and each event's message, under consecutive numbers.</summary>
public sealed class TurnRecorder(EventTranslation translation)
{
    /// <param name="lost">What is to be said first of decisions that are not among these any more; null when none were lost.</param>
    public JournalBatch Record(IReadOnlyList<DecidedInput> decided, JournalPosition head, string? snapshot, BuildingEvent? lost)
    {
        var entries = new List<JournalEntry>(decided.Count * 2);
        var outbox = new List<OutboxDraft>(decided.Count);
        var records = new RecordTranslation();
        void Announce(BuildingEvent announced, bool unjournalled, TimeSpan age)
        {
            var position = head with { Sequence = head.Sequence + entries.Count + 1 };
            entries.Add(EventEntry(announced, position, unjournalled));
            outbox.Add(translation.ToMessage(announced, position, unjournalled, age));
        }

        if (lost is not null)
        {
            Announce(lost, unjournalled: true, TimeSpan.Zero);
        }

        foreach (var one in decided)
        {
            entries.Add(InputEntry(one));
            foreach (var announced in one.Events)
            {
                Announce(announced, one.Unjournalled, Age(one.Input));
            }

            records.Add(one, head.Sequence + entries.Count);
        }

        return records.Into(new JournalBatch(entries, outbox, snapshot));
    }

    // A read may have waited in its device; everything else is told as it happens.
    private static TimeSpan Age(PolicyInput input) => input is PolicyInput.CredentialPresented presented ? presented.Read.Age : TimeSpan.Zero;

    private static JournalEntry InputEntry(DecidedInput decided) => new(
        EntryOrigin.Input,
        decided.Input.GetType().Name,
        decided.Input.At.Wall,
        decided.Input.At.Elapsed,
        InputTranslation.DoorOf(decided.Input)?.Value,
        Correlation: null,
        JournalCodec.Encode(decided.Input),
        decided.Unjournalled);

    private static JournalEntry EventEntry(BuildingEvent announced, JournalPosition position, bool unjournalled) => new(
        EntryOrigin.Event,
        announced.Kind.ToString(),
        announced.At.Wall,
        announced.At.Elapsed,
        announced.Door?.Value,
        EventTranslation.Correlation(announced, position.Epoch),
        JournalCodec.Encode(announced),
        unjournalled);
}
