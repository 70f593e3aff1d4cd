namespace Bridge.Mutation.Tests.Guards;

/// <summary>Guards that nobody can miss, each with its reason. The list may only become shorter.</summary>
internal static class KnownGuards
{
    public static IReadOnlyDictionary<string, string> Unmissed { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["src/Bridge.Policy/Credentials/AuthorizationPolicy.cs: facts.Kind != CredentialKind.Pin"] =
            "a PIN that was typed is looked up among PINs: the register finds nothing else for it",
        ["src/Bridge.Policy/Doors/DoorPolicy.cs: due > until"] = "spares four questions at every tick: each of them asks the time itself",
        ["src/Bridge.Policy/Doors/LockPolicy.cs: sensed == door.Lock"] = "the same reading again leads to the same state; nothing is told twice because each fault remembers that it was told",
        ["src/Bridge.Policy/Doors/LockPolicy.cs: door.OutputOn == on"] = "as above, for the output",
        ["src/Bridge.Policy/Doors/LockPolicy.cs: unexplained == (door.LockOverdueAt is not null) && again == (door.SecureAgainAt is not null)"] =
            "spares a copy of a state that would be the same",
        ["src/Bridge.Policy/Doors/OpenTooLongPolicy.cs: door.Held is not null"] = "who starts the time has asked that already; it is asked again where the rule stands",
        ["src/Bridge.Policy/Doors/TamperPolicy.cs: reading == door.Tamper"] = "the same reading again leads to the same state; what was told is remembered",
        ["src/Bridge.Policy/DueMoments.cs: before == after"] = "spares a look at every door when no time has changed",
    };
}
