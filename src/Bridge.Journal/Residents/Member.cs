namespace Bridge.Journal.Residents;

/// <summary>Somebody who lives here, or has. Personal: for the register's own look-ups and the office's screen.</summary>
/// <param name="Id">Opaque.</param>
/// <param name="Key">Stable in the import source.</param>
/// <param name="Household">The household's id.</param>
/// <param name="Name">As registered; its exact characters decide.</param>
public sealed record Member(string Id, string Key, string Household, string Name, ResidentKind Kind)
{
    /// <summary>Other names that count in full: English ones, other characters.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>How the name sounds, one syllable a character: "liu yang".</summary>
    public string? Pinyin { get; init; }

    /// <summary>May be let in on his own word, once his name was compared.</summary>
    public bool MayAdmitHimself { get; init; }

    /// <summary>Must not be let in as a resident. Why is sealed.</summary>
    public bool Barred { get; init; }

    public bool Minor { get; init; }

    /// <summary>What he looks like, or where his photograph is kept.</summary>
    public string? Appearance { get; init; }

    /// <summary>A second fact, where two share a name.</summary>
    public string? PhoneLast4 { get; init; }

    public DateOnly? MovedIn { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? MovedOut { get; init; }

    /// <summary>The stable key of the holder whose cards and PINs are his.</summary>
    public string? Holder { get; init; }

    public bool LivesHere(DateOnly day) => (MovedIn is null || MovedIn <= day) && (MovedOut is null || day <= MovedOut);

    public override string ToString() => Id;
}
