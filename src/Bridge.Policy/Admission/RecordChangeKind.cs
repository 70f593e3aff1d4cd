namespace Bridge.Policy.Admission;

/// <summary>What was added to a kept record after it was written. The line itself is never changed.</summary>
public enum RecordChangeKind
{
    /// <summary>The door was released.</summary>
    Opened,

    Entered,

    NotEntered,

    Reopened,

    /// <summary>Nothing is missing any more.</summary>
    Completed,

    /// <summary>It was not complete in time.</summary>
    Late,

    AlertAcknowledged,

    AlertEnRoute,

    AlertOnScene,

    AlertDone,

    AlertEscalated,

    /// <summary>A person corrected it; the original stays.</summary>
    Amended,

    /// <summary>A numbered sheet of paper stood for it.</summary>
    OnPaper,
}
