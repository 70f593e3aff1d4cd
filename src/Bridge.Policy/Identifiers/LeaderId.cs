namespace Bridge.Policy;

/// <summary>An entry of the list of leaders; opaque, never a name.</summary>
public readonly record struct LeaderId(string Value) : IComparable<LeaderId>
{
    public int CompareTo(LeaderId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
