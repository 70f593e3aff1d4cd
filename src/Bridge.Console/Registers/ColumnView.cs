using System.Collections.Immutable;

namespace Bridge.Console.Registers;

/// <summary>A column of a list, by the name and in the words of its CSV file.</summary>
/// <param name="IsKey">It tells the row and does not change.</param>
public sealed record ColumnView(string Name, ColumnKind Kind, bool Required, bool IsKey)
{
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Shown, and another role's to set.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Typed in, and never shown again.</summary>
    public bool Sealed { get; init; }
}
