namespace Bridge.Outbound;

/// <summary>What became of one message.</summary>
public abstract record DeliveryResult
{
    private DeliveryResult()
    {
    }

    /// <summary>The other side has confirmed that it took the message over.</summary>
    public sealed record Delivered : DeliveryResult
    {
        public static Delivered Instance { get; } = new();
    }

    /// <summary>Not confirmed; keep it and send it again, in order. It may have arrived all the same.</summary>
    public sealed record TryLater(string Reason) : DeliveryResult
    {
        /// <summary>The other side refuses and will go on refusing until a person changes something there (rights, quota).</summary>
        public bool NeedsAttention { get; init; }
    }

    /// <summary>This message can never be delivered as it is: park it, raise an alarm, go on with the next.</summary>
    public sealed record Poison(string Reason) : DeliveryResult;
}
