using System.Globalization;

namespace Bridge.Console.Books.Records;

/// <summary>What stands in one field of a book, by its kind. The hierarchy is closed.</summary>
public abstract record BookCell
{
    private BookCell()
    {
    }

    public sealed record Words(string Said) : BookCell
    {
        public override string ToString() => Said;
    }

    public sealed record Time(DateTimeOffset At) : BookCell
    {
        public override string ToString() => At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    public sealed record Count(int Number) : BookCell
    {
        public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);
    }
}
