namespace Bridge.Host.Import;

/// <summary>The columns of one kind of file; their order is free.</summary>
/// <param name="Required">Without these a file is of another kind.</param>
internal sealed record ColumnSet(IReadOnlyList<string> All, IReadOnlyList<string> Required);
