namespace Bridge.Policy;

/// <summary>A member of a household; opaque, never a name.</summary>
public readonly record struct ResidentId(string Value) : IComparable<ResidentId>
{
    public int CompareTo(ResidentId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
