namespace Bridge.Host.Configuration.Text;

/// <summary>Where something stands in a file; both count from 1, columns in characters as editors do.</summary>
public readonly record struct TextPosition(int Line, int Column) : IComparable<TextPosition>
{
    public static TextPosition Start { get; } = new(1, 1);

    public int CompareTo(TextPosition other) => Line != other.Line ? Line.CompareTo(other.Line) : Column.CompareTo(other.Column);
}
