using Bridge.Policy;

namespace Bridge.Host.Explaining;

/// <summary>Opened or not, and by what. <paramref name="Because"/> is the event that says so, whose ids and reasons go into the sentence.</summary>
/// <param name="Refused">The act that was refused last, where a case still goes on.</param>
public sealed record Verdict(Outcome Outcome, Cause Cause, BuildingEvent? Because, BuildingEvent? Refused = null);
