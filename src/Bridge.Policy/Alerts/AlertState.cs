using Bridge.Policy.Admission;

namespace Bridge.Policy.Alerts;

/// <summary>One task of the patrol.</summary>
/// <param name="Offered">Which handset of the lobby's order it is offered to, from 0; past the end when all had it.</param>
public sealed record AlertState(
    AlertId Alert, AlertKind Kind, LobbyId Lobby, CaseId Case, HouseholdId? Household, ActorId RaisedBy, TimeSpan RaisedAt, AlertStatus Status, int Offered)
{
    /// <summary>Who took it; null while nobody has.</summary>
    public ActorId? TakenBy { get; init; }

    /// <summary>The desk reached the patrol on the radio: no handset holds it.</summary>
    public bool ByRadio { get; init; }

    public TimeSpan TouchedAt { get; init; }

    public AlertResult? Result { get; init; }

    /// <summary>The team lead and the control room were told that nobody took it.</summary>
    public bool Escalated { get; init; }

    /// <summary>The team lead was told that no result came.</summary>
    public bool ResultOverdue { get; init; }

    /// <summary>The duty log's line that its steps are added to.</summary>
    public RecordNumber? Record { get; init; }
}
