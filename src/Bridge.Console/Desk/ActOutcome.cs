using System.Collections.Immutable;

namespace Bridge.Console.Desk;

/// <summary>What became of an act. It is on disk when this comes back, or it was refused.</summary>
/// <param name="Refusal">The code of the refusal; null when it was done.</param>
/// <param name="Case">The case it was about, where there is one.</param>
public sealed record ActOutcome(string? Refusal, long? Case = null)
{
    /// <summary>The refusal that <see cref="Seats.ISeat.AttendAsync"/> lifts.</summary>
    public const string SignInAgain = "sign-in-again";

    /// <summary>What the key still needs, by name.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    public bool Done => Refusal is null;
}
