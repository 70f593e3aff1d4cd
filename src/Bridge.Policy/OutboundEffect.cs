using Bridge.Policy.Admission;

namespace Bridge.Policy;

/// <summary>Durable: committed with the decision and told to the outside at least once, in order.</summary>
public abstract record OutboundEffect : Effect
{
    private OutboundEffect()
    {
    }

    public sealed record Announce(BuildingEvent Event) : OutboundEffect;

    /// <summary>A line of a kept record, in the commit of the event that names it.</summary>
    public sealed record WriteRecord(RecordLine Line) : OutboundEffect;

    /// <summary>An addition to a kept record, in the commit of the event that names it.</summary>
    public sealed record ChangeRecord(RecordChange Change) : OutboundEffect;
}
