namespace Bridge.Console.Desk;

/// <summary>Where a case stands.</summary>
public enum CaseStage
{
    Open,
    Verifying,
    Waiting,
    Recording,
    Holding,

    /// <summary>The open key is live as long as the evidence holds.</summary>
    Cleared,
    Opening,
    Entered,
    NotEntered,
    Unseen,
    Faulted,
    Unknown,
    Refused,
    Expired,
    Cancelled,
    Closed,
}
