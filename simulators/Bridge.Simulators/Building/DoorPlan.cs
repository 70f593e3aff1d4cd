namespace Bridge.Simulators.Building;

/// <summary>
/// How a door is wired; points are written device.point. Inputs are on when what they stand for is the case, except that the usual closed-loop contact is
/// on while the door is shut (<paramref name="ContactClosedIsOn"/>).
/// </summary>
/// <param name="Bolt">The lock sensor: on while the bolt is thrown.</param>
/// <param name="Reader">The keypad lock or OSDP reader that belongs to this door.</param>
public sealed record DoorPlan(
    string Id,
    string Lock,
    string? Contact,
    string? Bolt,
    string? Rex,
    string? Tamper,
    string? Reader,
    bool ContactClosedIsOn = false);
