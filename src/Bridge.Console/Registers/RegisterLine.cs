using System.Collections.Immutable;

namespace Bridge.Console.Registers;

/// <summary>A row of a list.</summary>
/// <param name="Order">Of a station or in a duty list; 0 elsewhere.</param>
public sealed record RegisterLine(string Key, int Order, ImmutableDictionary<string, string> Columns)
{
    public override string ToString() => nameof(RegisterLine);
}
