using Bridge.Devices;
using Bridge.Journal;
using Bridge.Policy;
using Bridge.Policy.Admission;

namespace Bridge.Host.Runtime;

/// <summary>What one turn of the engine decided: the state after it, what to remember, what to do, and which devices may forget.</summary>
public sealed class EngineTurn(BuildingState before)
{
    private static readonly IReadOnlyList<BuildingEvent> Nothing = [];

    public BuildingState State { get; private set; } = before;

    public List<DecidedInput> Decided { get; } = [];

    public List<DeviceEffect> Effects { get; } = [];

    public List<ReadReceipt> Receipts { get; } = [];

    /// <summary>Cards that were refused because nobody holds them, each with what was announced of it.</summary>
    public List<(CredentialData.Card Card, BuildingEvent Denied)> UnknownCards { get; } = [];

    /// <summary>What a person asked for while the journal could not be written: not decided, and nothing of it is remembered.</summary>
    public List<PolicyInput> Refused { get; } = [];

    /// <summary>Who waits for an answer, and what was announced because of his question; null: it was refused.</summary>
    public List<(Action<AskedOutcome> Tell, IReadOnlyList<BuildingEvent>? Events)> Waiting { get; } = [];

    /// <summary>What is written down after the decisions without being one.</summary>
    public List<JournalEntry> Notes { get; } = [];

    /// <summary>How many entries of this turn the journal holds after the decisions' own.</summary>
    public int EntriesAfterDecisions { get; set; }

    /// <summary>Decides one input and gives what it announced. An input that changes nothing and asks for nothing leaves no trace.</summary>
    public IReadOnlyList<BuildingEvent> Decide(PolicyInput input, bool unjournalled, IReadOnlyList<Journal.Records.SealedPerson>? people = null)
    {
        var decision = BuildingPolicy.Decide(State, input);
        if (ReferenceEquals(decision.Next, State) && decision.Effects.Count == 0)
        {
            return Nothing;
        }

        State = decision.Next;
        var sorted = new SortedEffects(Effects, decision.Effects.Count);
        foreach (var effect in decision.Effects)
        {
            sorted.Add(effect);
        }

        Decided.Add(new DecidedInput(input, sorted.Events, unjournalled) { Lines = sorted.Lines, Changes = sorted.Changes, People = people ?? [] });
        return sorted.Events;
    }

    /// <summary>
    /// The lines of the visitor log that a release waits for: now that they are on disk the cases that wait may go on.
    /// </summary>
    public IEnumerable<RecordLine> LinesWaitedFor() => Decided.SelectMany(one => one.Lines).Where(line =>
        line.Case is { } id && State.Admission.Cases.TryGetValue(id, out var waiting) && waiting.Status == CaseStatus.Recording && waiting.Record == line.Number);
}
