namespace Bridge.Console.Posts.Gate;

/// <summary>What the gate does, as typed. The hierarchy is closed.</summary>
public abstract record GateWish
{
    private GateWish()
    {
    }

    /// <param name="Cleared">The control room gave its word; needed for some households, and the gate does not know for which.</param>
    public sealed record Announce(string Lobby, string Unit, string Visitor, int HeadCount, bool Confirmed, bool Cleared) : GateWish;

    public sealed record Confirm(string Announcement, bool Cleared) : GateWish;

    public sealed record Cancel(string Announcement) : GateWish;
}
