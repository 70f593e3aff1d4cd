using System.Collections.Immutable;
using Bridge.Console.Seats;

namespace Bridge.Console.Registers;

/// <summary>One picture of what somebody may do with the register.</summary>
/// <param name="Edition">Another number is another register: what is shown of it is old.</param>
public sealed record RegisterView(DateTimeOffset ObservedAt, long Edition) : IPicture
{
    public ImmutableArray<ListView> Lists { get; init; } = [];

    /// <summary>May say which households are asked through the control room.</summary>
    public bool MayClear { get; init; }
}
