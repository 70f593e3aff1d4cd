namespace Bridge.Host.Api.Desk.Bodies;

/// <summary>The number of a badge or a pass.</summary>
public sealed record NumberBody(string Number);
