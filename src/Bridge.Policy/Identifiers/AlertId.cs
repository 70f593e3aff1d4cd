namespace Bridge.Policy;

/// <summary>One task for the patrol.</summary>
public readonly record struct AlertId(long Number) : IComparable<AlertId>
{
    public int CompareTo(AlertId other) => Number.CompareTo(other.Number);

    public override string ToString() => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
