namespace Bridge.Journal.Residents;

/// <summary>The end of some changes: all of them, or none.</summary>
public abstract record ResidentEdited
{
    private ResidentEdited()
    {
    }

    /// <param name="Changed">Rows that are different now.</param>
    public sealed record Done(int Changed) : ResidentEdited;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Edit">Counted from 0.</param>
    public sealed record Refused(int Edit, string Reason) : ResidentEdited;

    /// <summary>Nothing was changed.</summary>
    public sealed record Failed(StorageFailure Failure, string Reason) : ResidentEdited;
}
