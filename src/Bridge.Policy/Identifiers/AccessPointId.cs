namespace Bridge.Policy;

/// <summary>One reader or keypad at one side of one door, named door.reader as in the site file.</summary>
public readonly record struct AccessPointId(string Value) : IComparable<AccessPointId>
{
    public int CompareTo(AccessPointId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
