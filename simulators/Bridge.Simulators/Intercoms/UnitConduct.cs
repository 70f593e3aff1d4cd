namespace Bridge.Simulators.Intercoms;

/// <summary>How a unit behaves at its next calls. Times in seconds.</summary>
/// <param name="After">From the first ring to the answer or the refusal.</param>
/// <param name="UnlocksAfter">From the answer, or from the first ring where nobody answers, to the press on the unlock key; null for none.</param>
/// <param name="Talks">From the answer to the end of the conversation.</param>
public sealed record UnitConduct(UnitReaction Reaction = UnitReaction.DoesNotAnswer, double After = 2, double? UnlocksAfter = null, double Talks = 10)
{
    public static UnitConduct NobodyHome { get; } = new();

    /// <summary>Null when it can be played.</summary>
    public string? Objection() => After is >= 0 and <= 600 && Talks is >= 0 and <= 600 && UnlocksAfter is null or (>= 0 and <= 600)
        ? null
        : "Times are 0 to 600 seconds.";
}
