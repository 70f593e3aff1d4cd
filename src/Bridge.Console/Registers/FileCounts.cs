namespace Bridge.Console.Registers;

/// <summary>What the import of a file did, or would do.</summary>
public sealed record FileCounts(int Added, int Changed, int Unchanged, int Removed);
