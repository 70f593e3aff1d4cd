namespace Bridge.Host.Accounts.Store;

/// <summary>Another system, and what its token is good for.</summary>
public sealed class ClientRow
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string? Lobby { get; set; }

    /// <summary>Scope names, with spaces between.</summary>
    public string Scopes { get; set; } = "";

    public string TokenDigest { get; set; } = "";

    /// <summary>Unix seconds.</summary>
    public long ExpiresAt { get; set; }
}
