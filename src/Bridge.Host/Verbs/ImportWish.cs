namespace Bridge.Host.Verbs;

/// <param name="DryRun">Check and count, write nothing.</param>
/// <param name="AllowRemovals">More people than usual may go.</param>
internal readonly record struct ImportWish(bool DryRun, bool AllowRemovals);
