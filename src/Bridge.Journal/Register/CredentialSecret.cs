namespace Bridge.Journal.Register;

/// <summary>A card or PIN as it is typed into an import. It is digested at once; <see cref="ToString"/> shows nothing of it.</summary>
public abstract record CredentialSecret
{
    private CredentialSecret()
    {
    }

    public sealed override string ToString() => GetType().Name;

    /// <param name="Bits">Most significant first, left aligned.</param>
    /// <param name="PrintedNumber">What stands on the card; only its last digits are kept, to tell cards apart on a screen.</param>
    public sealed record Card(ReadOnlyMemory<byte> Bits, int BitCount, string PrintedNumber) : CredentialSecret;

    /// <param name="Digits">4 to 12 ASCII digits.</param>
    public sealed record Pin(string Digits) : CredentialSecret;
}
