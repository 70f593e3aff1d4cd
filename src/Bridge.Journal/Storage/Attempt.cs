using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Storage;

/// <summary>Turns what the disk may do into a returned value.</summary>
internal static class Attempt
{
    public static StorageResult<T> At<T>(string path, Func<T> work)
    {
        try
        {
            return new StorageResult<T>.Done(work());
        }
        catch (SqliteException exception)
        {
            return new StorageResult<T>.Failed(exception.Kind(), exception.Reason(path));
        }
    }
}
