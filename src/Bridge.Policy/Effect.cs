namespace Bridge.Policy;

/// <summary>Everything that can be asked for. There are exactly two kinds, and only the second one can wait in the outbox.</summary>
public abstract record Effect
{
    private protected Effect()
    {
    }
}
