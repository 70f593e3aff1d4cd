namespace Bridge.Policy;

/// <summary>A staff badge of the register; opaque, never its printed number.</summary>
public readonly record struct BadgeId(string Value) : IComparable<BadgeId>
{
    public int CompareTo(BadgeId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
