using Bridge.Simulators.Cli.Demo.Admission;

namespace Bridge.Simulators.Cli.Demo;

/// <summary>One of the users that the product made for the demo.</summary>
internal sealed record DemoPerson(string Name, string Role, string Password, string? AuthenticatorKey)
{
    /// <summary>What his authenticator shows, or that he needs none.</summary>
    public string CodeAt(DateTimeOffset now) => AuthenticatorKey is { } key ? OneTimeCode.Of(key, now) : "(none)";
}
