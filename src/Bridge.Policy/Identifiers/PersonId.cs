namespace Bridge.Policy;

/// <summary>A sealed row of what a person is recognised by, kept beside the journal; opaque.</summary>
public readonly record struct PersonId(string Value) : IComparable<PersonId>
{
    public int CompareTo(PersonId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
