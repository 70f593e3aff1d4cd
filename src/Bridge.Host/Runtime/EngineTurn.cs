using Bridge.Devices;
using Bridge.Journal;
using Bridge.Policy;

namespace Bridge.Host.Runtime;

/// <summary>What one turn of the engine decided: the state after it, what to remember, what to do, and which devices may forget.</summary>
public sealed class EngineTurn(BuildingState before)
{
    public BuildingState State { get; private set; } = before;

    public List<DecidedInput> Decided { get; } = [];

    public List<DeviceEffect> Effects { get; } = [];

    /// <summary>Lines of kept records and additions to them, for the commit of the decision that they belong to.</summary>
    public List<OutboundEffect> Records { get; } = [];

    public List<ReadReceipt> Receipts { get; } = [];

    /// <summary>What a person asked for while the journal could not be written: not decided, and nothing of it is remembered.</summary>
    public List<PolicyInput> Refused { get; } = [];

    /// <summary>What is written down after the decisions without being one.</summary>
    public List<JournalEntry> Notes { get; } = [];

    /// <summary>How many entries of this turn the journal holds after the decisions' own.</summary>
    public int EntriesAfterDecisions { get; set; }

    /// <summary>Decides one input. An input that changes nothing and asks for nothing leaves no trace.</summary>
    public void Decide(PolicyInput input, bool unjournalled)
    {
        var decision = BuildingPolicy.Decide(State, input);
        if (ReferenceEquals(decision.Next, State) && decision.Effects.Count == 0)
        {
            return;
        }

        State = decision.Next;
        var events = new List<BuildingEvent>(decision.Effects.Count);
        foreach (var effect in decision.Effects)
        {
            Sort(effect, events);
        }

        Decided.Add(new DecidedInput(input, events, unjournalled));
    }

    // The two kinds of effect part here: what is announced waits for the commit and the outbox, what is done waits for the commit only.
    private void Sort(Effect effect, List<BuildingEvent> events)
    {
        switch (effect)
        {
            case DeviceEffect device:
                Effects.Add(device);
                break;
            case OutboundEffect.Announce announce:
                events.Add(announce.Event);
                break;
            case OutboundEffect.WriteRecord or OutboundEffect.ChangeRecord:
                Records.Add((OutboundEffect)effect);
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"No place for {effect.GetType().Name}.");
        }
    }
}
