namespace Bridge.Journal.Register;

/// <param name="Path">The SQLite file.</param>
/// <param name="PepperPath">32 random bytes, readable by the service alone; best kept apart from the backups of <paramref name="Path"/>.</param>
/// <param name="Site">Part of every digest: a register is of no use at another site.</param>
public sealed record RegisterOptions(string Path, string PepperPath, string Site)
{
    public TimeSpan LockWait { get; init; } = TimeSpan.FromSeconds(5);
}
