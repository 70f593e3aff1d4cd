namespace Bridge.Host.Accounts;

/// <summary>A demo's user as its file tells of him.</summary>
/// <param name="AuthenticatorKey">Base32; null for a role that needs no second factor.</param>
internal sealed record DemoUser(string Name, Role Role, string? Lobby, string Password, string? AuthenticatorKey);
