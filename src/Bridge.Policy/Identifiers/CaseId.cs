namespace Bridge.Policy;

/// <summary>One person's or group's wish to come in, from its opening to its close.</summary>
public readonly record struct CaseId(long Number) : IComparable<CaseId>
{
    public int CompareTo(CaseId other) => Number.CompareTo(other.Number);

    public override string ToString() => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
