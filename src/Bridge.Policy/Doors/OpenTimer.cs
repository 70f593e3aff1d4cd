namespace Bridge.Policy.Doors;

/// <summary>The door stands open and its time runs.</summary>
/// <param name="WarnAt">When the pre-alarm warning comes; null without one, or when it has come.</param>
public sealed record OpenTimer(TimeSpan? WarnAt, TimeSpan TooLongAt, bool Warned);
