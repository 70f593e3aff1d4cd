namespace Bridge.Host.Api.Lobby.Bodies;

/// <summary>Why a door is opened once more for the same people. A choice and no free text: reasons in words name people, and this goes into the journal.</summary>
public enum ReopenReason
{
    DoorDidNotOpen,
    DoorClosedTooSoon,
    OneStayedOutside,
    Goods,
}
