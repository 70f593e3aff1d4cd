using Bridge.Devices;
using Bridge.Policy;

namespace Bridge.Host.Configuration;

/// <summary>A site file that has passed every check: whoever holds one need not check again.</summary>
/// <param name="DataDirectory">Absolute.</param>
/// <param name="Lines">Each with its devices and only the points that the site uses.</param>
/// <param name="ProfileDirectory">Absolute; where the site keeps device profiles of its own; null for none.</param>
/// <param name="Hash">SHA-256 of the file, in hexadecimal.</param>
public sealed record SiteConfiguration(
    string Site,
    TimeZoneInfo TimeZone,
    string DataDirectory,
    BuildingRules Rules,
    IReadOnlyList<LineDefinition> Lines,
    Wiring Wiring,
    MqttSettings Mqtt,
    HttpSettings Http,
    LoggingSettings Logging,
    string? ProfileDirectory,
    string Hash)
{
    public SitePaths Paths => new(DataDirectory);
}
