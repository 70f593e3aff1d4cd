namespace Bridge.Host.Accounts.Sessions;

/// <summary>What a session has shown beside the password.</summary>
public enum Factor
{
    None,

    /// <summary>It comes from a browser that an administrator enrolled at a desk.</summary>
    Desk,

    /// <summary>A code of the person's own authenticator.</summary>
    Code,
}
