namespace Bridge.Host.Api.Cards;

/// <summary>A card that was refused a moment ago because nobody holds it.</summary>
/// <param name="Read">To be named when it is given out.</param>
/// <param name="Shown">Its last digits.</param>
public sealed record UnknownReadView(string Read, string? AccessPoint, string? Door, string Shown, double AgeSeconds);
