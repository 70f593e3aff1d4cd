using Bridge.Console.Desk;
using Bridge.Console.Doors;

namespace Bridge.Console.Posts.Questions;

/// <summary>An emergency entry that is not closed yet.</summary>
/// <param name="Age">Since it was pressed, at the moment of the picture.</param>
public sealed record EmergencyRow(long Case, DisplayName Lobby, DisplayName Door, EmergencyKind Reason, CaseStage Stage, TimeSpan Age);
