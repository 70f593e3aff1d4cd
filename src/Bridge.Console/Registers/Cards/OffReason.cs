namespace Bridge.Console.Registers.Cards;

/// <summary>Why a card is switched off.</summary>
public enum OffReason
{
    Lost,
    Stolen,
    Damaged,
    Blocked,
}
