namespace Bridge.Policy.Admission;

/// <summary>Where an announcement of the gate stands.</summary>
public enum AnnouncementStatus
{
    /// <summary>Announced and not confirmed: it opens nothing.</summary>
    Draft,
    Confirmed,

    /// <summary>A case stands on it.</summary>
    Matched,
    Used,
    Expired,
    Cancelled,

    /// <summary>For a special household, and not cleared by the control room.</summary>
    Void,
}
