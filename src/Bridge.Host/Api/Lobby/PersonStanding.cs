namespace Bridge.Host.Api.Lobby;

/// <summary>What there still is of a person in a record.</summary>
public enum PersonStanding
{
    Kept,

    /// <summary>On request, or because its time was over.</summary>
    Erased,

    /// <summary>Kept for a law or an open matter, and shown to nobody here.</summary>
    Restricted,

    /// <summary>The row or its key is damaged.</summary>
    Unreadable,
}
