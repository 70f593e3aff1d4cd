using Bridge.Policy.Doors;

namespace Bridge.Host.Api.Lobby.Bodies;

/// <param name="Request">LockDown, LockDownRelease, Lock or Unlock.</param>
/// <param name="Reason">Why; nobody is asked to guess it later.</param>
/// <param name="Note">Words beside the reason: sealed, and never in the journal.</param>
/// <param name="Minutes">How long an Unlock lasts; needed for that, and for nothing else.</param>
public sealed record DoorModeBody(DoorModeRequest Request, ModeReason? Reason = null, string? Note = null, int? Minutes = null);
