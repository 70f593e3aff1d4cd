namespace Bridge.Journal.Register;

/// <summary>The end of one change of a credential at a screen.</summary>
public abstract record CredentialChanged
{
    private CredentialChanged()
    {
    }

    /// <param name="Credential">Its id.</param>
    public sealed record Done(string Credential) : CredentialChanged;

    /// <summary>The card is somebody's already.</summary>
    public sealed record Known : CredentialChanged;

    public sealed record NotThere : CredentialChanged;

    /// <summary>Nothing was changed.</summary>
    public sealed record Failed(StorageFailure Failure, string Reason) : CredentialChanged;
}
