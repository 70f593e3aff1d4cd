namespace Bridge.Host.Accounts.Store;

/// <summary>A browser at a desk that an administrator has enrolled.</summary>
public sealed class DeskRow
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string? Lobby { get; set; }

    public string TokenDigest { get; set; } = "";

    /// <summary>Unix seconds.</summary>
    public long EnrolledAt { get; set; }

    public string EnrolledBy { get; set; } = "";
}
