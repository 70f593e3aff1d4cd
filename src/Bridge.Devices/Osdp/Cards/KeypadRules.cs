namespace Bridge.Devices.Osdp.Cards;

/// <summary>How keys become a PIN.</summary>
/// <param name="Star">What * means.</param>
/// <param name="Hash">What # means.</param>
/// <param name="Timeout">Between two keys; after it the digits so far are forgotten.</param>
/// <param name="LongestPin">Digits, 1 to 32.</param>
/// <param name="CompleteAt">A PIN of so many digits needs no key behind it; 0 when it does.</param>
internal sealed record KeypadRules(KeyMeaning Star, KeyMeaning Hash, TimeSpan Timeout, int LongestPin, int CompleteAt = 0)
{
    public const int LongestPossible = 32;

    public static KeypadRules Standard { get; } = new(KeyMeaning.Clear, KeyMeaning.Enter, TimeSpan.FromSeconds(10), 12);
}
