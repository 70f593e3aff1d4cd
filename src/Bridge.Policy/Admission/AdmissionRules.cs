using System.Collections.Immutable;

namespace Bridge.Policy.Admission;

/// <summary>The site's rules of admission.</summary>
public sealed record AdmissionRules(
    ImmutableSortedDictionary<LobbyId, LobbyRules> Lobbies, AdmissionTimes Times, AdmissionSwitches Switches)
{
    public static AdmissionRules None { get; } = new(
        ImmutableSortedDictionary<LobbyId, LobbyRules>.Empty, AdmissionTimes.Default, AdmissionSwitches.Default);
}
