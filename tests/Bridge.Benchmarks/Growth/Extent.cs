namespace Bridge.Benchmarks.Growth;

/// <summary>How large a site is.</summary>
internal sealed record Extent(int Doors, int Credentials, int Rows);
