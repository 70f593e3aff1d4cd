namespace Bridge.Policy;

/// <summary>The person who holds credentials; opaque, never a name.</summary>
public readonly record struct HolderId(string Value) : IComparable<HolderId>
{
    public int CompareTo(HolderId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
