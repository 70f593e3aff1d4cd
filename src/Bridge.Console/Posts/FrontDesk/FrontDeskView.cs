using System.Collections.Immutable;
using Bridge.Console.Seats;

namespace Bridge.Console.Posts.FrontDesk;

/// <summary>One picture of what the front desk may know: how the patrol's tasks of its lobby stand.</summary>
public sealed record FrontDeskView(DateTimeOffset ObservedAt, ImmutableArray<WatchedTask> Tasks) : IPicture;
