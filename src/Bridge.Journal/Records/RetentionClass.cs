namespace Bridge.Journal.Records;

/// <summary>Whose limit of time a sealed person row has; the numbers stand in the file.</summary>
public enum RetentionClass
{
    /// <summary>Who a visitor was.</summary>
    VisitorIdentity = 1,

    /// <summary>A number that is needed to call back, and soon not any more.</summary>
    CallBack = 2,

    /// <summary>Where a resident or a member of staff went.</summary>
    Movement = 3,

    /// <summary>Alarms, emergencies, refusals that were escalated.</summary>
    Incident = 4,

    /// <summary>That somebody came, when, and with what result; nobody's name.</summary>
    Skeleton = 5,
}
