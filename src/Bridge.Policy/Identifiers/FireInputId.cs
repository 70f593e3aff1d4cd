namespace Bridge.Policy;

/// <summary>One fire alarm input, named as in the site file.</summary>
public readonly record struct FireInputId(string Value) : IComparable<FireInputId>
{
    public int CompareTo(FireInputId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
