using Bridge.Console.Doors;

namespace Bridge.Console.Posts.Gate;

/// <summary>A visitor whom the gate announced.</summary>
/// <param name="Left">Until it ends, at the moment of the picture; null where no time runs.</param>
public sealed record AnnouncementRow(string Id, DisplayName Lobby, string Unit, string? Visitor, int HeadCount, AnnouncementStage Stage, TimeSpan? Left)
{
    /// <summary>The desk typed it in; only the desk may change it.</summary>
    public bool OverRadio { get; init; }

    public bool IsOver => Stage is AnnouncementStage.Used or AnnouncementStage.Expired or AnnouncementStage.Cancelled or AnnouncementStage.Void;
}
