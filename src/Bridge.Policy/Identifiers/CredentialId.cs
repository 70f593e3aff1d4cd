namespace Bridge.Policy;

/// <summary>A card or PIN in the register; opaque, never the card number or the digits.</summary>
public readonly record struct CredentialId(string Value) : IComparable<CredentialId>
{
    public int CompareTo(CredentialId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
