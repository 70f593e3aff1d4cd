namespace Bridge.Host.Api.Lobby;

/// <summary>A unit for those who need not know which: tower and floor, as in A-12**.</summary>
internal static class UnitMask
{
    private const string Door = "**";

    public static string? Cover(string? unit) => unit switch
    {
        null => null,
        { Length: <= 2 } => Door,
        _ => unit[..^2] + Door,
    };
}
