namespace Bridge.Host.Api.Register;

/// <summary>The last day of a member or a leader; today when it is not said.</summary>
public sealed record EndBody(DateOnly? LastDay = null);
