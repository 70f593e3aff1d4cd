namespace Bridge.Policy.Calls;

/// <summary>Where a call stands.</summary>
public enum CallStatus
{
    Calling,
    Ringing,
    Talking,
    Held,
    Ended,
}
