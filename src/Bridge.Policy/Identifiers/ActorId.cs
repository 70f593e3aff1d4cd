namespace Bridge.Policy;

/// <summary>Who asked for a change of mode or acknowledged something; opaque, never a name.</summary>
public readonly record struct ActorId(string Value) : IComparable<ActorId>
{
    public int CompareTo(ActorId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
