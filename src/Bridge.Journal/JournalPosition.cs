namespace Bridge.Journal;

/// <summary>The stable id of a row within its site: the epoch changes when a journal is restored from a backup, the sequence never repeats within it.</summary>
public readonly record struct JournalPosition(int Epoch, long Sequence)
{
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Epoch}.{Sequence}");
}
