using Bridge.Policy.Admission;

namespace Bridge.Policy.Calls;

/// <summary>One thing an intercom said of one call, with the register's word on the unit that it concerns.</summary>
/// <param name="Household">Null where the intercom names no unit, or one that is not in the register.</param>
/// <param name="Detail">Why it ended. Never a digit that was pressed.</param>
public sealed record CallNotice(PanelId Panel, CallId Call, CallStep Step, HouseholdFacts? Household, string? Detail);
