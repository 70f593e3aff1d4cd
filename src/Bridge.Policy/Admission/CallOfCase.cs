namespace Bridge.Policy.Admission;

/// <summary>The call of a case: its panel and the intercom's own name for it.</summary>
public sealed record CallOfCase(PanelId Panel, CallId Call);
