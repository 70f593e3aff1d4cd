using Bridge.Policy.Alarms;

namespace Bridge.Host.Api.Lobby;

/// <summary>An alarm. People by their ids.</summary>
/// <param name="Door">Null for a fire.</param>
/// <param name="Stands">Its cause is still so: it cannot be closed.</param>
/// <param name="Times">How often it was raised since it was last closed.</param>
public sealed record AlarmView(long Id, AlarmCause Cause, string? Door, bool Stands, int Times, double AgeSeconds)
{
    public string? ClaimedBy { get; init; }

    public string? AcknowledgedBy { get; init; }

    public string? ClosedBy { get; init; }
}
