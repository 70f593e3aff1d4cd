using Bridge.Devices;
using Bridge.Devices.Profiles;
using Bridge.Journal.Records;
using Bridge.Policy;

namespace Bridge.Host.Configuration;

/// <summary>A site file that has passed every check: whoever holds one need not check again.</summary>
/// <param name="DataDirectory">Absolute.</param>
/// <param name="Lines">Each with its devices and only the points that the site uses.</param>
/// <param name="Profiles">The shipped device profiles and the site's own, as they were when the file was checked.</param>
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
    JournalSettings Journal,
    LoggingSettings Logging,
    ProfileCatalog Profiles,
    string Hash)
{
    /// <summary>How long people and records are kept.</summary>
    public RetentionLimits Retention { get; init; } = RetentionLimits.China;

    public SitePaths Paths => new(DataDirectory);
}
