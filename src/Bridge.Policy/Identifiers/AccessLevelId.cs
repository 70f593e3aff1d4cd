namespace Bridge.Policy;

/// <summary>A named set of doors with a schedule, as in the site file.</summary>
public readonly record struct AccessLevelId(string Value) : IComparable<AccessLevelId>
{
    public int CompareTo(AccessLevelId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
