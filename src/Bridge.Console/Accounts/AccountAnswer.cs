using Bridge.Console.Desk;

namespace Bridge.Console.Accounts;

/// <summary>What became of an administrator's act.</summary>
/// <param name="Secret">A one-time code or a token: shown now, and never again.</param>
public sealed record AccountAnswer(ActOutcome Outcome, string? Secret = null)
{
    public override string ToString() => nameof(AccountAnswer);
}
