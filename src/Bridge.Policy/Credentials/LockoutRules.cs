namespace Bridge.Policy.Credentials;

/// <summary>
/// Wrong PINs at one keypad: after <paramref name="WrongPins"/> it is closed for <paramref name="First"/>, doubling up to <paramref name="Longest"/>.
/// The same holds for wrong PINs after one card, at whatever keypad.
/// </summary>
public sealed record LockoutRules(int WrongPins, TimeSpan First, TimeSpan Longest)
{
    public static LockoutRules Default { get; } = new(5, TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(15));
}
