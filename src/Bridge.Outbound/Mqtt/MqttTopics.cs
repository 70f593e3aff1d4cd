using System.Text.RegularExpressions;

namespace Bridge.Outbound.Mqtt;

/// <summary>
/// The topics, all below <c>ab/v1/{site}</c>. Every name is checked, so that a configured name can neither leave its place in the
/// tree nor become a wildcard. A refused name is a bug of the caller: configuration is to be checked with <see cref="IsSite"/> and
/// <see cref="IsSegment"/> first.
/// </summary>
public static partial class MqttTopics
{
    public const string Prefix = "ab/v1";

    /// <summary>3 to 32 of a-z, 0-9 and hyphen: also usable as client id and user name at any broker.</summary>
    public static bool IsSite(string? value) => value is not null && SitePattern().IsMatch(value);

    /// <summary>A door or an event kind: 1 to 64 of letters, digits, dot, hyphen and underscore.</summary>
    public static bool IsSegment(string? value) => value is not null && SegmentPattern().IsMatch(value);

    public static string Root(string site) => $"{Prefix}/{Site(site)}";

    /// <summary>Retained; also the last will.</summary>
    public static string BridgeAvailability(string site) => $"{Prefix}/{Site(site)}/bridge/availability";

    public static string BridgeEvent(string site, string kind) => $"{Prefix}/{Site(site)}/bridge/event/{Segment(kind)}";

    public static string DoorEvent(string site, string door, string kind) =>
        $"{Prefix}/{Site(site)}/door/{Segment(door)}/event/{Segment(kind)}";

    public static string LobbyEvent(string site, string lobby, string kind) =>
        $"{Prefix}/{Site(site)}/lobby/{Segment(lobby)}/event/{Segment(kind)}";

    /// <summary>Retained.</summary>
    public static string DoorState(string site, string door) => $"{Prefix}/{Site(site)}/door/{Segment(door)}/state";

    /// <summary>Retained.</summary>
    public static string DoorAvailability(string site, string door) => $"{Prefix}/{Site(site)}/door/{Segment(door)}/availability";

    private static string Site(string value) =>
        IsSite(value) ? value : throw new ArgumentException("A site is 3 to 32 of a-z, 0-9 and hyphen.", nameof(value));

    private static string Segment(string value) =>
        IsSegment(value)
            ? value
            : throw new ArgumentException("A name is 1 to 64 letters, digits, dots, hyphens or underscores.", nameof(value));

    [GeneratedRegex(@"\A[a-z0-9-]{3,32}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SitePattern();

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,64}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SegmentPattern();
}
