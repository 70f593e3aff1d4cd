namespace Bridge.Host.Accounts;

/// <summary>Where the accounts are, and what the verb asked for.</summary>
public sealed record AccountsOptions(string Database, string FirstCodeFile)
{
    /// <summary>The sessions, for the next start.</summary>
    public string SessionsFile => Path.Combine(Path.GetDirectoryName(Database) ?? "", "sessions.protected");

    /// <summary>The passwords of the demo's users are written here; null is the product's usual life.</summary>
    public string? DemoUsersFile { get; init; }

    /// <summary>At which desk the demo's people stand.</summary>
    public string DemoLobby { get; init; } = Api.LobbyDoors.OnlyLobby;

    /// <summary>Where a person sees the first code; null when nobody sits there and what is printed ends in a log.</summary>
    public TextWriter? Terminal { get; init; }

    /// <summary>Rounds of PBKDF2 with SHA-512.</summary>
    public int PasswordRounds { get; init; } = 210_000;
}
