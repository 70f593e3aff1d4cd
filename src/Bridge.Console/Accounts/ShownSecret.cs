namespace Bridge.Console.Accounts;

/// <summary>A secret that is on the page until its reader says that he has it.</summary>
/// <param name="For">Whose it is, by name.</param>
/// <param name="IsCode">A code that sets a password; otherwise another system's token.</param>
public sealed record ShownSecret(string For, string Secret, bool IsCode)
{
    public override string ToString() => nameof(ShownSecret);
}
