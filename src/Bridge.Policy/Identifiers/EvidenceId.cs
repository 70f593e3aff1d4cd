namespace Bridge.Policy;

/// <summary>One recorded answer to a recorded question.</summary>
public readonly record struct EvidenceId(long Number) : IComparable<EvidenceId>
{
    public int CompareTo(EvidenceId other) => Number.CompareTo(other.Number);

    public override string ToString() => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
