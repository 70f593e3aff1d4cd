namespace Bridge.Policy;

/// <summary>Durable: committed with the decision and told to the outside at least once, in order.</summary>
public abstract record OutboundEffect : Effect
{
    private OutboundEffect()
    {
    }

    public sealed record Announce(BuildingEvent Event) : OutboundEffect;
}
