namespace Bridge.Policy;

/// <summary>One question to one party; an answer counts only for the question it names.</summary>
public readonly record struct RequestId(long Number) : IComparable<RequestId>
{
    public int CompareTo(RequestId other) => Number.CompareTo(other.Number);

    public override string ToString() => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
