using System.Collections.Frozen;

namespace Bridge.Host.Accounts.Clients;

/// <summary>
/// What another system's token can be good for: looking, never opening. The promises would also let one make visit passes and record a
/// household's answer; the procedure leaves the first to the office and the second to the intercom.
/// </summary>
public static class ClientScopes
{
    public static FrozenDictionary<string, Permission> All { get; } = new Dictionary<string, Permission>
    {
        ["doors.read"] = Permission.SeeDoors,
        ["alerts.read"] = Permission.SeeAlerts,
        ["events.read"] = Permission.ReadEvents,
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
