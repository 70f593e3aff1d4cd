namespace Bridge.Policy.Doors;

/// <summary>A pulse that runs, or may run, in the device.</summary>
/// <param name="EndsBy">When the device has ended it by itself at the latest.</param>
/// <param name="Announced">LockReleased was told; false while the outcome is unknown and no sensor has resolved it.</param>
/// <param name="Ended">The pulse is over, yet a sensor still sees the lock released.</param>
public sealed record EnergisedLock(AccessId? Access, ReleaseCause Cause, TimeSpan EndsBy, bool Announced, bool Ended);
