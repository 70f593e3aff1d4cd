using System.Collections.Immutable;

namespace Bridge.Console.Registers;

/// <summary>One change of the register. The hierarchy is closed.</summary>
public abstract record RegisterWish
{
    private RegisterWish()
    {
    }

    /// <summary>Adds the row, or makes it what is given.</summary>
    public sealed record Put(BookList List, string Key, int Order, ImmutableDictionary<string, string> Columns) : RegisterWish
    {
        public override string ToString() => nameof(Put);
    }

    /// <summary>What the row is good for ends today; the row stays.</summary>
    public sealed record End(BookList List, string Key, int Order) : RegisterWish;

    public sealed record Remove(BookList List, string Key, int Order) : RegisterWish;

    /// <param name="Reason">Null leaves the one that is there.</param>
    public sealed record Clear(string Unit, bool ThroughControlRoom, string? Reason) : RegisterWish
    {
        public override string ToString() => nameof(Clear);
    }
}
