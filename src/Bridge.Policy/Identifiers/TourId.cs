namespace Bridge.Policy;

/// <summary>A booked tour; opaque.</summary>
public readonly record struct TourId(string Value) : IComparable<TourId>
{
    public int CompareTo(TourId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
