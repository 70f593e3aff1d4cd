namespace Bridge.EndToEnd.Tests.Running;

/// <summary>The retained topics that say who can be talked to.</summary>
internal static class Availability
{
    public const string Bridge = "ab/v1/" + Installation.Site + "/bridge/availability";

    public const string Doors = "ab/v1/" + Installation.Site + "/door/+/availability";

    public const string States = "ab/v1/" + Installation.Site + "/door/+/state";

    public static string Of(string door) => $"ab/v1/{Installation.Site}/door/{door}/availability";

    public static bool IsOnline(string payload) => payload.Contains("\"state\":\"online\"", StringComparison.Ordinal);
}
