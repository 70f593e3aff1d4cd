using Bridge.Console.Doors;

namespace Bridge.Console.Registers.Cards;

/// <summary>A card that was refused a moment ago because nobody holds it.</summary>
/// <param name="Door">Null where the reader stands at no door.</param>
/// <param name="Shown">Its last digits.</param>
/// <param name="Age">Since it was read, at the moment of the picture.</param>
public sealed record UnknownRead(string Id, DisplayName? Door, string Shown, TimeSpan Age);
