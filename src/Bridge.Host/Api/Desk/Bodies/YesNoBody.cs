namespace Bridge.Host.Api.Desk.Bodies;

/// <summary>Yes or no.</summary>
public sealed record YesNoBody(bool Yes);
