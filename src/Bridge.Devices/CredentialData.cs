namespace Bridge.Devices;

/// <summary>
/// The raw credential. A secret: <see cref="ToString"/> shows nothing of it. Cards are bits, most significant first, left aligned in
/// <see cref="Bits"/>; PINs are ASCII digits.
/// </summary>
public abstract record CredentialData
{
    private CredentialData()
    {
    }

    public sealed override string ToString() => GetType().Name;

    public sealed record Card(ReadOnlyMemory<byte> Bits, int BitCount) : CredentialData;

    public sealed record Pin(string Digits) : CredentialData;
}
