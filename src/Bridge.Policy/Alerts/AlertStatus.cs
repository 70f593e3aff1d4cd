namespace Bridge.Policy.Alerts;

/// <summary>Where a task of the patrol stands.</summary>
public enum AlertStatus
{
    New,
    Acknowledged,
    EnRoute,
    OnScene,
    Done,
}
