namespace Bridge.Policy.Admission;

/// <summary>Where a case stands: procedure section 3.1.</summary>
public enum CaseStatus
{
    Open,

    /// <summary>The assistant is checking evidence.</summary>
    Verifying,

    /// <summary>One party named by the policy must answer.</summary>
    Waiting,

    /// <summary>The visitor log's line is being stored; pass holders only.</summary>
    Recording,

    /// <summary>Asked to wait: the host or an officer is coming.</summary>
    Holding,

    /// <summary>The open key is live as long as the evidence is valid.</summary>
    Cleared,

    /// <summary>A grant is out.</summary>
    Opening,

    /// <summary>The door was seen open under the grant.</summary>
    Entered,

    /// <summary>Nobody opened within the window.</summary>
    NotEntered,

    /// <summary>Released at a door whose contact could not tell whether somebody entered.</summary>
    Unseen,

    /// <summary>The door did not release: refused by its device or never sent.</summary>
    Faulted,

    /// <summary>The device did not say what became of the release; never sent again by itself.</summary>
    Unknown,
    Refused,
    Expired,
    Cancelled,

    /// <summary>Nothing more can happen.</summary>
    Closed,
}
