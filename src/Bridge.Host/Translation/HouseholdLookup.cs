using Bridge.Journal.Residents;
using Bridge.Policy;
using HouseholdFacts = Bridge.Policy.Admission.HouseholdFacts;

namespace Bridge.Host.Translation;

/// <summary>Asks the residents' register what a decision needs to know of a household. A unit goes in, ids come out.</summary>
/// <param name="directory">The register as it is now; null while there is none.</param>
public sealed class HouseholdLookup(Func<ResidentDirectory?> directory)
{
    /// <summary>Of a bridge without a residents' register.</summary>
    public static HouseholdLookup Nobody { get; } = new(() => null);

    public static HouseholdLookup In(ResidentRegister? register) => register is null ? Nobody : new(() => register.Current);

    /// <summary>Null when nobody is registered there, or under another lobby.</summary>
    /// <param name="unit">As the register writes it or somebody types it, or the number of one of its stations.</param>
    public HouseholdFacts? Find(string unit, LobbyId lobby) =>
        directory() is { } current && (current.FindHousehold(unit, lobby.Value) ?? current.FindByStation(unit, lobby.Value)) is { } id ? Facts(current, id) : null;

    public HouseholdFacts? Facts(HouseholdId household) => directory() is { } current ? Facts(current, household.Value) : null;

    /// <summary>The number of one of its stations, from 1; null when there are not so many.</summary>
    public string? Station(HouseholdId household, int station) => directory()?.Stations(household.Value).ElementAtOrDefault(station - 1);

    private static HouseholdFacts? Facts(ResidentDirectory current, string household) => current.Household(household) is { } found
        ? new HouseholdFacts(new HouseholdId(found.Id), new LobbyId(found.Lobby), found.Route == ClearanceRoute.ControlRoom, current.Stations(found.Id).Count)
        : null;
}
