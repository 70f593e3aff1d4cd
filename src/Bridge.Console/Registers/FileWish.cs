namespace Bridge.Console.Registers;

/// <summary>A whole list as it shall be.</summary>
/// <param name="Csv">UTF-8, with a header.</param>
/// <param name="TryOnly">Everything is checked, and nothing written.</param>
/// <param name="AllowRemovals">Also when many rows would go.</param>
public sealed record FileWish(BookList List, ReadOnlyMemory<byte> Csv, bool TryOnly, bool AllowRemovals)
{
    /// <summary>Larger is no list of a register.</summary>
    public const int Largest = 10 * 1024 * 1024;

    public override string ToString() => nameof(FileWish);
}
