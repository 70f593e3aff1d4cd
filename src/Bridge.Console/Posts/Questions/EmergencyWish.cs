using Bridge.Console.Desk;

namespace Bridge.Console.Posts.Questions;

/// <summary>The door is opened at once, on a reason and on record.</summary>
public sealed record EmergencyWish(string Lobby, string Door, EmergencyKind Reason);
