namespace Bridge.Policy.Doors;

/// <summary>What is wrong with a door's equipment. Each flag is told once when it is set and once when it is cleared, and outlives a lost link.</summary>
public sealed record DoorFaults(bool Contact, bool LockSensor, bool LockDidNotRelease, bool LockFoundReleased)
{
    public static DoorFaults None { get; } = new(false, false, false, false);
}
