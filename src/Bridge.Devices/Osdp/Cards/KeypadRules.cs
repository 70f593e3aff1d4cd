namespace Bridge.Devices.Osdp.Cards;

/// <summary>How the keys of an OSDP reader become a PIN. <see cref="Problem"/> says what must hold.</summary>
/// <param name="Star">What * means.</param>
/// <param name="Hash">What # means.</param>
/// <param name="Timeout">Between two keys; after it the digits so far are forgotten.</param>
/// <param name="LongestPin">Digits, 1 to 32.</param>
/// <param name="CompleteAt">A PIN of so many digits needs no key behind it; 0 when it does.</param>
public sealed record KeypadRules(KeyMeaning Star, KeyMeaning Hash, TimeSpan Timeout, int LongestPin, int CompleteAt = 0)
{
    /// <summary>Digits.</summary>
    public const int LongestPossible = 32;

    /// <summary>Half the digits of a PIN do not stay longer than this.</summary>
    public static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(1);

    /// <summary>Null when a keypad can work like this, otherwise why not.</summary>
    public string? Problem =>
        LongestPin is < 1 or > LongestPossible ? $"its longest PIN must have 1 to {LongestPossible} digits, not {LongestPin}"
        : CompleteAt < 0 || CompleteAt > LongestPin ? $"a PIN cannot be complete at {CompleteAt} of {LongestPin} digits"
        : Timeout <= TimeSpan.Zero || Timeout > LongestTimeout ? $"the time between two keys must be up to {LongestTimeout.TotalSeconds:0} s"
        : CompleteAt == 0 && Star != KeyMeaning.Enter && Hash != KeyMeaning.Enter ? "no key and no number of digits completes a PIN"
        : null;

    /// <summary>* begins anew, # completes, at most 12 digits, 10 s between two keys.</summary>
    public static KeypadRules Standard { get; } = new(KeyMeaning.Clear, KeyMeaning.Enter, TimeSpan.FromSeconds(10), 12);
}
