namespace Bridge.Host.Api.Lobby;

/// <summary>Why somebody is forgotten. It stands in the journal in clear.</summary>
public enum ErasureGround
{
    /// <summary>The person asked for it.</summary>
    Request,

    /// <summary>It was somebody else.</summary>
    WrongPerson,
    NoLongerNeeded,

    /// <summary>An authority ordered it.</summary>
    Authority,
}
