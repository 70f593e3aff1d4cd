namespace Bridge.Policy;

/// <summary>An announcement of the gate post; opaque.</summary>
public readonly record struct AnnouncementId(string Value) : IComparable<AnnouncementId>
{
    public int CompareTo(AnnouncementId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
