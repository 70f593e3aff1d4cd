using System.Collections.Immutable;
using Bridge.Console.Posts.Questions;
using Bridge.Console.Seats;

namespace Bridge.Console.Posts.Office;

/// <summary>One picture of what waits for the office.</summary>
public sealed record OfficeView(DateTimeOffset ObservedAt) : IPicture
{
    public ImmutableArray<AskedQuestion> Questions { get; init; } = [];

    public ImmutableArray<BookedTour> Tours { get; init; } = [];

    /// <summary>How long before its window a tour is shown to the lobby.</summary>
    public TimeSpan TourLead { get; init; } = TimeSpan.FromMinutes(15);

    public ImmutableArray<EmergencyRow> Emergencies { get; init; } = [];

    public ImmutableArray<LobbyChoice> Lobbies { get; init; } = [];

    public ImmutableArray<EmergencyDoor> Doors { get; init; } = [];
}
