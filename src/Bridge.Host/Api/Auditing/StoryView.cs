namespace Bridge.Host.Api.Auditing;

/// <summary>Why a door opened or not: the verdict first, then a line a step.</summary>
public sealed record StoryView(IReadOnlyList<string> Lines);
