namespace Bridge.Host.Api.Lobby.Bodies;

/// <summary>Why somebody looks at a person in full. It stands in the journal in clear: of a choice, because words name people.</summary>
public enum DisclosureReason
{
    CallBack,
    LostProperty,
    Complaint,
    Incident,

    /// <summary>The police, a court, an authority.</summary>
    Authority,

    /// <summary>The person asked what is kept of him.</summary>
    OwnRequest,
    Correction,
}
