using Bridge.Devices;
using Bridge.Journal.Register;
using Bridge.Policy;
using Bridge.Policy.Credentials;

namespace Bridge.Host.Translation;

/// <summary>Asks the register who holds a credential. The secret goes in, ids come out.</summary>
public sealed class RegisterLookup(CredentialRegister register)
{
    public IReadOnlyList<CredentialFacts> Find(CredentialData credential) => credential switch
    {
        CredentialData.Card card => Facts(register.FindByCard(card.Bits.Span, card.BitCount)),
        CredentialData.Pin pin => Facts(register.FindByPin(pin.Digits)),
        _ => throw new System.Diagnostics.UnreachableException($"No look-up for {credential.GetType().Name}."),
    };

    private static IReadOnlyList<CredentialFacts> Facts(IReadOnlyList<RegisteredCredential> found) =>
        found.Count == 0 ? [] : [.. found.Select(Facts)];

    private static CredentialFacts Facts(RegisteredCredential found) => new(
        new CredentialId(found.Credential),
        new HolderId(found.Holder),
        Kind(found.Kind),
        found.ValidFrom,
        found.ValidUntil,
        Disabled(found.Disabled),
        found.Duress,
        found.ExtendedTime,
        [.. found.AccessLevels.Select(level => new AccessLevelId(level))]);

    private static CredentialKind Kind(RegisteredKind kind) => kind switch
    {
        RegisteredKind.Card => CredentialKind.Card,
        RegisteredKind.Pin => CredentialKind.Pin,
    };

    private static CredentialDisabled Disabled(DisabledReason reason) => reason switch
    {
        DisabledReason.None => CredentialDisabled.No,
        DisabledReason.LockedOut => CredentialDisabled.LockedOut,
        DisabledReason.Blocked => CredentialDisabled.Blocked,
        DisabledReason.Lost => CredentialDisabled.Lost,
        DisabledReason.Stolen => CredentialDisabled.Stolen,
        DisabledReason.Damaged => CredentialDisabled.Damaged,
        DisabledReason.Destroyed => CredentialDisabled.Destroyed,
        DisabledReason.Inactivity => CredentialDisabled.Inactivity,
        DisabledReason.Expired => CredentialDisabled.Expired,
        DisabledReason.RenewalNeeded => CredentialDisabled.RenewalNeeded,
    };
}
