namespace Bridge.Console.Desk;

/// <summary>Why a door is opened once more for the same people.</summary>
public enum OpenAgainReason
{
    DoorDidNotOpen,
    DoorClosedTooSoon,
    OneStayedOutside,
    Goods,
}
