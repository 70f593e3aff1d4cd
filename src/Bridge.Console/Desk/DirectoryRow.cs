namespace Bridge.Console.Desk;

/// <summary>A resident of the directory, or a leader of the list.</summary>
/// <param name="Place">The unit, or the title.</param>
public sealed record DirectoryRow(string Id, string Name, string Place);
