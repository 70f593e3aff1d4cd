namespace Bridge.Policy.Doors;

/// <summary>The door is kept released by renewed pulses.</summary>
/// <param name="Cause">HoldMode or Fire.</param>
/// <param name="DueAt">When the next pulse is asked for, on a tick; null while the door's device is offline.</param>
/// <param name="Failing">The last pulse did not arrive and that has been told once.</param>
public sealed record HeldRelease(ReleaseCause Cause, TimeSpan? DueAt, bool Failing);
