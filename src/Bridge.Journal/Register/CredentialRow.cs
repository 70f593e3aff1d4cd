namespace Bridge.Journal.Register;

/// <summary>A credential as the office's list has it. Personal: for a screen, never for a log, a message or the journal.</summary>
/// <param name="Shown">A card's last digits; empty for a PIN.</param>
/// <param name="Holder">The holder's id.</param>
/// <param name="Unit">As the holders' source has it; the residents' register may know better.</param>
public sealed record CredentialRow(string Id, RegisteredKind Kind, string Shown, string Holder, string HolderName, string HolderKind, string? Unit)
{
    public DateTimeOffset? ValidFrom { get; init; }

    public DateTimeOffset? ValidUntil { get; init; }

    public DisabledReason Disabled { get; init; }

    public bool Duress { get; init; }

    public IReadOnlyList<string> AccessLevels { get; init; } = [];

    public override string ToString() => $"credential {Id}";
}
