namespace Bridge.Console.Posts.Gate;

/// <summary>Where an announcement stands.</summary>
public enum AnnouncementStage
{
    /// <summary>It opens nothing yet.</summary>
    Draft,
    Confirmed,

    /// <summary>The visitor is at the desk.</summary>
    Matched,
    Used,
    Expired,
    Cancelled,

    /// <summary>It needed the control room's word.</summary>
    Void,
}
