using Bridge.Simulators.Devices;

namespace Bridge.Simulation.Residents;

/// <summary>One card or PIN and what is true of it. <paramref name="Text"/> is the card's bits, or the digits.</summary>
internal sealed record HeldCredential(
    string Holder,
    CredentialKind Kind,
    string Text,
    bool IsDuress,
    DateTimeOffset? ValidFrom,
    DateTimeOffset? ValidUntil,
    bool IsDisabled,
    bool IsExtended,
    IReadOnlyList<string> Levels)
{
    /// <summary>Not taken away, begun, and not over.</summary>
    public bool IsInOrder(DateTimeOffset wall) =>
        !IsDisabled && (ValidFrom is not { } from || from <= wall) && (ValidUntil is not { } until || wall < until);
}
