namespace Bridge.Policy;

/// <summary>A pass of the register; opaque, never its printed number.</summary>
public readonly record struct PassId(string Value) : IComparable<PassId>
{
    public int CompareTo(PassId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
