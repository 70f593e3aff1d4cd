namespace Bridge.Journal;

public enum StorageFailure
{
    DiskFull,
    ReadOnly,
    InputOutput,
    Locked,
    Corrupt,
    Other,
}
