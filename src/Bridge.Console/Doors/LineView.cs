namespace Bridge.Console.Doors;

/// <summary>A serial line or connection to devices.</summary>
public sealed record LineView(string Id, LinkHealth Health);
