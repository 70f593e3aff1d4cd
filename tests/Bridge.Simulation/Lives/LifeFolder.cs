namespace Bridge.Simulation.Lives;

/// <summary>A fresh folder for one life's files, in memory where the system has such a place: thousands of syncs are not what is tested here.</summary>
internal sealed class LifeFolder : IDisposable
{
    private const string Memory = "/dev/shm";

    public string Path { get; } = Directory.Exists(Memory)
        ? Directory.CreateDirectory(System.IO.Path.Combine(Memory, $"bridge-simulation-{Guid.NewGuid():N}")).FullName
        : Directory.CreateTempSubdirectory("bridge-simulation-").FullName;

    public string Journal => System.IO.Path.Combine(Path, "journal.db");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
