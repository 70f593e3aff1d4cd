using Bridge.Host.Accounts.Store;

namespace Bridge.Host.Accounts;

/// <summary>What became of a password that somebody set with a one-time code.</summary>
internal abstract record CodeOutcome
{
    private CodeOutcome()
    {
    }

    /// <param name="Made">The account, when it is new.</param>
    public sealed record Done(Account? Made) : CodeOutcome;

    /// <summary>Every kind of no that concerns the code.</summary>
    public sealed record Refused : CodeOutcome;

    public sealed record PasswordFault(string Words) : CodeOutcome;

    /// <summary>The code is used up; there is a new one.</summary>
    public sealed record NameFault : CodeOutcome;
}
