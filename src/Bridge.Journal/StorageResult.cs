namespace Bridge.Journal;

/// <summary>One attempt at the disk: its value, or why not.</summary>
public abstract record StorageResult<T>
{
    private StorageResult()
    {
    }

    public sealed record Done(T Value) : StorageResult<T>;

    public sealed record Failed(StorageFailure Failure, string Reason) : StorageResult<T>;
}
