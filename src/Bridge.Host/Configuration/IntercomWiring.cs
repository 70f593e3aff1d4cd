using Bridge.Devices;
using Bridge.Policy;

namespace Bridge.Host.Configuration;

/// <summary>One intercom panel of the site.</summary>
/// <param name="Panel">Its name in the site file.</param>
/// <param name="Door">The door that it stands at.</param>
/// <param name="Source">What <see cref="DeviceEvent.IntercomCall.Panel"/> says of its calls.</param>
/// <param name="Units">The register's unit for a number of the intercom, where the two differ.</param>
/// <param name="CanDial">The bridge can dial and hang up there.</param>
public sealed record IntercomWiring(string Panel, DoorId Door, PointId Source, IReadOnlyDictionary<string, string> Units, bool CanDial)
{
    /// <summary>The lobby that its door belongs to; null: nobody waits for its calls.</summary>
    public LobbyId? Lobby { get; init; }

    /// <summary>The unit as the register calls it.</summary>
    public string RegisterUnit(string unit) => Units.GetValueOrDefault(unit, unit);

    /// <summary>The number to dial for a unit of the register.</summary>
    public string IntercomUnit(string unit) => Units.FirstOrDefault(pair => pair.Value == unit).Key ?? unit;
}
