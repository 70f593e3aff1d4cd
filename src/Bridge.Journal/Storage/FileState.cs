namespace Bridge.Journal.Storage;

/// <summary>What stands at a path, seen without changing a byte of it.</summary>
internal abstract record FileState
{
    private FileState()
    {
    }

    public sealed record Missing : FileState;

    public sealed record Present(int Version) : FileState;

    public sealed record TooNew(int Version) : FileState;

    public sealed record Unusable(StorageFailure Failure, string Reason) : FileState;
}
