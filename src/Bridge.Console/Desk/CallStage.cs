namespace Bridge.Console.Desk;

/// <summary>Where a call at a door station stands.</summary>
public enum CallStage
{
    Calling,
    Ringing,
    Talking,
    Held,
}
