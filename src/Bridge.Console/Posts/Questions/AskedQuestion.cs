using Bridge.Console.Desk;
using Bridge.Console.Doors;

namespace Bridge.Console.Posts.Questions;

/// <summary>A question that waits for the control room or the office.</summary>
/// <param name="Age">Since it was asked, at the moment of the picture.</param>
/// <param name="Left">Until the time for the next step is up; negative when it is. Of a permission: how long it stands.</param>
public sealed record AskedQuestion(long Id, DisplayName Lobby, AdmissionCategory Category, QuestionStand Stand, TimeSpan Age, TimeSpan Left)
{
    /// <summary>For how many people.</summary>
    public int HeadCount { get; init; } = 1;

    /// <summary>How many steps of its escalation have been told: the second seat, the team lead, the supervisor.</summary>
    public int Escalations { get; init; }

    /// <summary>This person asked it himself: he may not answer it.</summary>
    public bool IsOwn { get; init; }

    public string? Unit { get; init; }

    public string? Visitor { get; init; }

    public string? Organisation { get; init; }

    public string? Purpose { get; init; }
}
