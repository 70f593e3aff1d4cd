using Bridge.Console.Posts.Patrol;

namespace Bridge.Console.Tests.Hosting.Posts;

/// <summary>What a phone told.</summary>
internal sealed record PatrolReport(long Task, PatrolResult Result, DateTimeOffset At);
