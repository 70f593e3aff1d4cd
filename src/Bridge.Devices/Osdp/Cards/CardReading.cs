namespace Bridge.Devices.Osdp.Cards;

/// <summary>What the bits of a card are.</summary>
internal abstract record CardReading
{
    private CardReading()
    {
    }

    /// <summary>Never shows the card.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>A format of the site with its parity right.</summary>
    public sealed record Known(CardFormat Format, ulong? Facility, ulong Number, CredentialData.Card Card) : CardReading;

    /// <summary>No format of the site has this length, or nobody says that there is parity in it: all bits as they are.</summary>
    public sealed record Opaque(CredentialData.Card Card) : CardReading;

    /// <summary>Refused: the reader says that there is parity and it is wrong.</summary>
    public sealed record BadParity(CardFormat Format) : CardReading;
}
