namespace Bridge.Policy;

/// <summary>The spans that are the product's and not the site's. Kept together so that nobody has to look for a number.</summary>
public static class PolicyTimes
{
    /// <summary>A release that has not reached its device by then is dropped: the person has given up, and a late pulse opens for somebody else.</summary>
    public static readonly TimeSpan ReleaseDeadline = TimeSpan.FromSeconds(2);

    /// <summary>Feedback that is later than this would be shown to the next person.</summary>
    public static readonly TimeSpan FeedbackDeadline = TimeSpan.FromSeconds(2);

    /// <summary>How soon after a confirmed release the lock sensor has to say so.</summary>
    public static readonly TimeSpan LockAnswer = TimeSpan.FromSeconds(2);

    /// <summary>How long a lock or its output may be seen released without a reason before it is an alarm.</summary>
    public static readonly TimeSpan LockOverdue = TimeSpan.FromSeconds(3);

    /// <summary>A lock found released whose output may still be on is ordered off again this often: off is the safe direction.</summary>
    public static readonly TimeSpan SecureAgain = TimeSpan.FromSeconds(5);

    /// <summary>A request to exit that stays active this long is a stuck button or a blinded detector, and masks no longer.</summary>
    public static readonly TimeSpan RequestToExitStuck = TimeSpan.FromSeconds(60);

    /// <summary>Wrong PINs at one keypad count together within this time, and lock-outs that follow one another within it double.</summary>
    public static readonly TimeSpan WrongPinWindow = TimeSpan.FromMinutes(10);

    /// <summary>How long wrong PINs after one card are remembered, from the last one or the end of its lock-out.</summary>
    public static readonly TimeSpan CardGuessMemory = TimeSpan.FromHours(24);
}
