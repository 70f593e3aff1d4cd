namespace Bridge.Policy;

/// <summary>A weekly schedule, named as in the site file.</summary>
public readonly record struct ScheduleId(string Value) : IComparable<ScheduleId>
{
    public int CompareTo(ScheduleId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
