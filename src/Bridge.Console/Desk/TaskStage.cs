namespace Bridge.Console.Desk;

/// <summary>Where a task of the patrol stands.</summary>
public enum TaskStage
{
    New,
    Acknowledged,
    EnRoute,
    OnScene,
    Done,
}
