using Bridge.Policy.Credentials;

namespace Bridge.Policy.Tests.Support;

/// <summary>Who holds what.</summary>
static class People
{
    public static readonly CredentialFacts AnnCard = Card("ann-card", "ann");
    public static readonly CredentialFacts AnnPin = AnnCard with { Credential = new("ann-pin"), Kind = CredentialKind.Pin };
    public static readonly CredentialFacts AnnDuress = AnnPin with { Duress = true };
    public static readonly CredentialFacts BobCard = Card("bob-card", "bob");
    public static readonly CredentialFacts BobPin = BobCard with { Credential = new("bob-pin"), Kind = CredentialKind.Pin };
    public static readonly CredentialFacts CleanerCard = Card("cleaner-card", "cleaner") with { AccessLevels = [Building.Cleaners] };
    public static readonly CredentialFacts StrangerCard = Card("stranger-card", "stranger") with { AccessLevels = [] };

    public static CredentialRead ReadOf(params CredentialFacts[] matches) =>
        new(matches[0].Kind, Number: 0, Age: TimeSpan.Zero, QueuedWhileOffline: false, matches);

    public static CredentialRead Unknown(CredentialKind kind) => new(kind, 0, TimeSpan.Zero, false, []);

    static CredentialFacts Card(string credential, string holder) => new(
        new(credential), new(holder), CredentialKind.Card, null, null, CredentialDisabled.No, Duress: false, ExtendedTime: false, [Building.Residents]);
}
