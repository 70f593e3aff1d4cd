using Bridge.Console.Doors;

namespace Bridge.Console.Accounts;

/// <summary>An enrolled browser at a desk.</summary>
/// <param name="Lobby">Null is the whole estate.</param>
/// <param name="EnrolledAt">By the site's wall.</param>
public sealed record DeskLine(string Id, string Name, DisplayName? Lobby, DateTimeOffset EnrolledAt);
