namespace Bridge.Policy;

/// <summary>A household of the register; opaque, so that no journal entry says who lives where.</summary>
public readonly record struct HouseholdId(string Value) : IComparable<HouseholdId>
{
    public int CompareTo(HouseholdId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
