namespace Bridge.Policy.Alerts;

/// <summary>How a task of the patrol ended.</summary>
public enum AlertResult
{
    EnteredWithOwnKey,
    MetByHousehold,

    /// <summary>Raises an incident: the door has been used already.</summary>
    NotFound,

    /// <summary>Raises an incident: the door has been used already.</summary>
    NotResident,
    Attended,
}
