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
    public sealed record Card(ReadOnlyMemory<byte> Bits, int BitCount, string PrintedNumber) : CredentialSecret
    {
        private const int MostShown = 4;

        /// <summary>Never more than half of a number: the last four digits of a five-digit card would be the card.</summary>
        public string Shown => PrintedNumber[^Math.Min(MostShown, PrintedNumber.Length / 2)..];
    }

    /// <param name="Digits">4 to 12 ASCII digits.</param>
    public sealed record Pin(string Digits) : CredentialSecret;
}
