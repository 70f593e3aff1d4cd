namespace Bridge.Policy;

/// <summary>A door station at a lobby, named as in the site file.</summary>
public readonly record struct PanelId(string Value) : IComparable<PanelId>
{
    public int CompareTo(PanelId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
