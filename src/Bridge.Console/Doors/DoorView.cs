namespace Bridge.Console.Doors;

/// <summary>One door, in four parts that are never mixed: what was commanded, what the lock says, what the contact says, how old that is.</summary>
/// <param name="Age">At the moment of the picture: zero while the door's device answers, then the time since it went silent; null when it never answered.</param>
/// <param name="Fault">The equipment is broken or contradicts itself.</param>
public sealed record DoorView(
    string Id,
    DisplayName Name,
    CommandedMode Mode,
    LockState Lock,
    ContactState Contact,
    TimeSpan? Age,
    bool Online)
{
    public AlarmState Alarm { get; init; } = AlarmState.Normal;

    /// <summary>The lock or its output is seen released and nothing asked for it.</summary>
    public bool LockFoundReleased { get; init; }

    public bool Tamper { get; init; }

    public bool Fault { get; init; }

    public EventView? LastEvent { get; init; }
}
