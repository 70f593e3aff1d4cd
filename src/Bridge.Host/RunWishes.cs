namespace Bridge.Host;

/// <summary>What was asked of this run beside its site.</summary>
/// <param name="DemoUsersFile">Where the demo's users are written; null makes none.</param>
/// <param name="Terminal">Where a person reads along; null when the output goes elsewhere.</param>
public sealed record RunWishes(string? DemoUsersFile, TextWriter? Terminal);
