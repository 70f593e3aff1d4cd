using System.Text.Json;
using Bridge.Journal.Storage;

namespace Bridge.Journal.Register;

/// <summary>A row of <c>credential</c>.</summary>
internal sealed record StoredCredential(
    string Id,
    string Holder,
    RegisteredKind Kind,
    CredentialDigest Digest,
    string Shown,
    bool Duress,
    long? ValidFrom,
    long? ValidUntil,
    DisabledReason Disabled,
    bool ExtendedTime,
    string AccessLevels)
{
    public const string Columns =
        "id, holder, kind, hmac, shown, duress, valid_from, valid_until, disabled, extended_time, access_levels";

    public static StoredCredential Read(Statement row) => new(
        row.Text(0),
        row.Text(1),
        (RegisteredKind)row.Long(2),
        CredentialDigest.From(row.Bytes(3)),
        row.Text(4),
        row.Long(5) != 0,
        row.IsNull(6) ? null : row.Long(6),
        row.IsNull(7) ? null : row.Long(7),
        (DisabledReason)row.Long(8),
        row.Long(9) != 0,
        row.Text(10));

    public static StoredCredential From(string id, string holder, CredentialDigest digest, ImportedCredential credential) => new(
        id,
        holder,
        credential.Secret is CredentialSecret.Card ? RegisteredKind.Card : RegisteredKind.Pin,
        digest,
        credential.Secret is CredentialSecret.Card card ? card.Shown : string.Empty,
        credential.Duress,
        credential.ValidFrom is { } from ? Timestamps.ToTicks(from) : null,
        credential.ValidUntil is { } until ? Timestamps.ToTicks(until) : null,
        credential.Disabled,
        credential.ExtendedTime,
        JsonSerializer.Serialize(credential.AccessLevels));

    public void Bind(Statement insert) => insert
        .Bind(1, Id).Bind(2, Holder).Bind(3, (int)Kind).Bind(4, Digest.ToBytes()).Bind(5, Shown).Bind(6, Duress ? 1 : 0)
        .Bind(7, ValidFrom).Bind(8, ValidUntil).Bind(9, (int)Disabled).Bind(10, ExtendedTime ? 1 : 0).Bind(11, AccessLevels);
}
