using Bridge.Console.Seats;

namespace Bridge.Console.Posts.Patrol;

/// <summary>One picture for one phone.</summary>
/// <param name="Task">The one to deal with now; null when there is none.</param>
/// <param name="Others">How many more wait for somebody.</param>
public sealed record PatrolView(DateTimeOffset ObservedAt, PatrolTask? Task, int Others) : IPicture;
