namespace Bridge.Policy.Admission;

/// <summary>What the gate post does. The hierarchy is closed. The desk may type in an announcement heard on the radio.</summary>
public abstract record GateAct(AnnouncementId Announcement)
{
    /// <param name="Confirmed">The visit is confirmed already; otherwise it opens nothing until it is.</param>
    public sealed record Announce(AnnouncementFacts Facts, bool Confirmed) : GateAct(Facts.Announcement);

    public sealed record Confirm(AnnouncementId Announcement, bool ClearedByControlRoom) : GateAct(Announcement);

    public sealed record Cancel(AnnouncementId Announcement) : GateAct(Announcement);
}
