namespace Bridge.Host.Api.Cards;

/// <summary>Why a card is switched off at a screen.</summary>
public enum OffReason
{
    Lost,
    Stolen,
    Damaged,
    Blocked,
}
