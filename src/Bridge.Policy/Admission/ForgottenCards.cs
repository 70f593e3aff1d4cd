namespace Bridge.Policy.Admission;

/// <summary>How often a resident was helped in without a card this month, for the reminder.</summary>
/// <param name="Month">Year and month in the site's time, as 202603.</param>
public sealed record ForgottenCards(int Month, int Count);
