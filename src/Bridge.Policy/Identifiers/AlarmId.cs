namespace Bridge.Policy;

/// <summary>One alarm of a door or of the fire inputs, from the moment that raised it until a person closed it.</summary>
public readonly record struct AlarmId(long Number) : IComparable<AlarmId>
{
    public int CompareTo(AlarmId other) => Number.CompareTo(other.Number);

    public override string ToString() => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
