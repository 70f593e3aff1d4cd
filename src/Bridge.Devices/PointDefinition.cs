using Bridge.Devices.Profiles;

namespace Bridge.Devices;

/// <summary>How the site uses a point.</summary>
/// <param name="Point">Its name in the profile.</param>
/// <param name="Inverted">On in the device means off for us.</param>
/// <param name="Debounce">A change counts after it has lasted this long; null for the profile's own.</param>
/// <param name="Use">What the site has wired to it: it decides what is told first and what is asked often. <see cref="PointUse.Any"/> for the profile's own.</param>
public sealed record PointDefinition(string Point, bool Inverted, TimeSpan? Debounce, PointUse Use = PointUse.Any);
