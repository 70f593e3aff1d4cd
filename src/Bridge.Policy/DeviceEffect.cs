using Bridge.Policy.Calls;
using Bridge.Policy.Doors;

namespace Bridge.Policy;

/// <summary>Perishable: goes straight to a device or nowhere, carries its own deadline, and is never replayed and never sent twice.</summary>
public abstract record DeviceEffect : Effect
{
    private DeviceEffect(Moment deadline) => Deadline = deadline;

    /// <summary>After this moment the effect is dropped, and the drop is reported as <see cref="ReleaseOutcome.NotSent"/>.</summary>
    public Moment Deadline { get; init; }

    /// <summary>One pulse, timed by the device. <paramref name="Access"/> is null for a renewal that keeps an unlocked door unlocked.</summary>
    public sealed record ReleaseLock(Moment Deadline, DoorId Door, AccessId? Access, TimeSpan For, ReleaseCause Cause) : DeviceEffect(Deadline);

    /// <summary>End a running pulse now.</summary>
    public sealed record SecureLock(Moment Deadline, DoorId Door) : DeviceEffect(Deadline);

    /// <summary>Show something at the reader.</summary>
    public sealed record ShowFeedback(Moment Deadline, AccessPointId AccessPoint, Feedback Feedback) : DeviceEffect(Deadline);

    /// <summary>Let a panel call a unit of a household.</summary>
    /// <param name="Station">Which of the household's stations, from 1.</param>
    public sealed record Dial(Moment Deadline, PanelId Panel, HouseholdId Household, int Station) : DeviceEffect(Deadline);

    public sealed record HangUp(Moment Deadline, CallKey Call) : DeviceEffect(Deadline);
}
