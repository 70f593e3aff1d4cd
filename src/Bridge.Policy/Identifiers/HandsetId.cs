namespace Bridge.Policy;

/// <summary>A handset of the patrol, named as in the site file.</summary>
public readonly record struct HandsetId(string Value) : IComparable<HandsetId>
{
    public int CompareTo(HandsetId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
