using Bridge.Console.Desk;

namespace Bridge.Console.Registers;

/// <summary>A sealed reason, opened.</summary>
/// <param name="Reason">Null when there is none, or it was refused.</param>
public sealed record RevealedReason(ActOutcome Outcome, string? Reason = null)
{
    public override string ToString() => nameof(RevealedReason);
}
