namespace Bridge.Policy.Admission;

/// <summary>What can be answered to a clearance or a permission.</summary>
public enum Answer
{
    Yes,
    No,

    /// <summary>Not now: the case closes, a new one may be opened then.</summary>
    Later,

    /// <summary>Somebody comes down: the visitor waits.</summary>
    Coming,

    /// <summary>The control room could not reach the household.</summary>
    NobodyAnswers,
}
