namespace Bridge.Journal.Register;

/// <summary>Everything that makes an import impossible, found before anything is written.</summary>
internal static class ImportCheck
{
    private const int ShortestPin = 4;
    private const int LongestPin = 12;
    private const int LongestCard = 1024;

    public static IReadOnlyList<ImportProblem> Problems(RegisterImport import, CredentialHasher hasher)
    {
        var problems = new List<ImportProblem>();
        var holders = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < import.Holders.Count; i++)
        {
            if (Holder(import.Holders[i], holders) is { } reason)
            {
                problems.Add(new ImportProblem(i, null, reason));
            }
        }

        var cards = new Dictionary<CredentialDigest, int>();
        var pins = new Dictionary<(CredentialDigest Digest, string Holder), int>();
        for (var i = 0; i < import.Credentials.Count; i++)
        {
            var credential = import.Credentials[i];
            var reason = Credential(credential, holders) ?? Twice(credential, i, hasher, cards, pins);
            if (reason is not null)
            {
                problems.Add(new ImportProblem(null, i, reason));
            }
        }

        return problems;
    }

    private static string? Holder(ImportedHolder holder, HashSet<string> keys)
    {
        if (string.IsNullOrWhiteSpace(holder.Key))
        {
            return "the holder has no key";
        }

        return keys.Add(holder.Key) ? null : "this holder key was given before";
    }

    private static string? Credential(ImportedCredential credential, HashSet<string> holders)
    {
        if (!holders.Contains(credential.HolderKey))
        {
            return "its holder is not in the import";
        }

        if (credential.ValidFrom >= credential.ValidUntil)
        {
            return "it ends before it begins";
        }

        return credential.Secret switch
        {
            CredentialSecret.Card when credential.Duress => "only a PIN can be a duress code",
            CredentialSecret.Card card when card.BitCount is < 1 or > LongestCard => $"a card has 1 to {LongestCard} bits",
            CredentialSecret.Card card when (card.BitCount + 7) / 8 > card.Bits.Length => "the card has fewer bits than it says",
            CredentialSecret.Pin pin when pin.Digits.Length is < ShortestPin or > LongestPin => $"a PIN has {ShortestPin} to {LongestPin} digits",
            CredentialSecret.Pin pin when !pin.Digits.All(char.IsAsciiDigit) => "a PIN has digits only",
            _ => null,
        };
    }

    private static string? Twice(
        ImportedCredential credential,
        int index,
        CredentialHasher hasher,
        Dictionary<CredentialDigest, int> cards,
        Dictionary<(CredentialDigest Digest, string Holder), int> pins)
    {
        var digest = Digest(credential.Secret, hasher);
        var first = credential.Secret is CredentialSecret.Card
            ? cards.TryAdd(digest, index) ? index : cards[digest]
            : pins.TryAdd((digest, credential.HolderKey), index) ? index : pins[(digest, credential.HolderKey)];
        return first == index ? null : $"the same card or PIN stands at credential {first} (counted from 0)";
    }

    internal static CredentialDigest Digest(CredentialSecret secret, CredentialHasher hasher) => secret switch
    {
        CredentialSecret.Card card => hasher.Card(card.Bits.Span, card.BitCount),
        CredentialSecret.Pin pin => hasher.Pin(pin.Digits),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
