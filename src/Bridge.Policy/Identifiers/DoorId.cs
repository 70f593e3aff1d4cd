namespace Bridge.Policy;

/// <summary>A door of the building, named as in the site file.</summary>
public readonly record struct DoorId(string Value) : IComparable<DoorId>
{
    public int CompareTo(DoorId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
